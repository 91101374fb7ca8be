import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import type { CheckPath, CheckReader } from "./check-reader.ts";
import { hasWord } from "./find-word.ts";
import { parseJsonAnswer } from "./parse-json-answer.ts";
import { readMatcher } from "./read-matcher.ts";
import { asTexts } from "./text-list.ts";

/** One thing that is asked of an answer. */
export interface AnswerTerm {
  /** What is asked, as a statement that holds: `contains "42"`. */
  readonly wanted: string;
  /** Why it does not hold, or undefined. */
  broken(answer: string): string | undefined;
}

type ReadTerm = (
  value: JsonValue,
  path: CheckPath,
  reader: CheckReader,
) => readonly AnswerTerm[] | undefined;

/** What can be asked of an answer, by its key. */
export const answerTerms: Readonly<Record<string, ReadTerm>> = {
  contains: (value) =>
    asTexts(value).map((text) =>
      term(`contains ${quoted(text)}`, (answer) => answer.includes(text)),
    ),
  word: (value) =>
    asTexts(value).map((text) =>
      term(`has the word ${quoted(text)}`, (answer) => hasWord(answer, text.trim())),
    ),
  not_contains: (value) =>
    asTexts(value).map((text) =>
      term(`does not contain ${quoted(text)}`, (answer) => !answer.includes(text)),
    ),
  equals: (value) =>
    asTexts(value).map((text) =>
      term(`equals ${quoted(text)}`, (answer) => answer.trim() === text.trim()),
    ),
  regex(value, path, reader) {
    if (typeof value !== "string") return undefined;
    const matcher = readMatcher({ $regex: value }, [], {
      ...reader,
      // The pattern is all that the author wrote; `$regex` is how it is compiled.
      invalid: (_, message, hint) => reader.invalid(path, message, hint),
    });
    if (matcher === undefined) return undefined;
    if (probes.every((probe) => matcher.matches(probe))) {
      reader.nothingToCheck(path, "the pattern is found in every answer");
      return undefined;
    }
    return [term(`matches /${clip(value, 80)}/`, (answer) => matcher.matches(answer))];
  },
  json_schema(value, path, reader) {
    if (!isJsonObject(value)) return undefined;
    try {
      const validate = reader.compileSchema(value);
      return [
        { wanted: "is JSON that fits the schema", broken: (answer) => misfit(answer, validate) },
      ];
    } catch (error) {
      reader.invalid(path, `cannot use the schema: ${error instanceof Error ? error.message : ""}`);
      return undefined;
    }
  },
};

/** Answers that have nothing in common: a pattern that is found in all of them asks for nothing. */
const probes: readonly string[] = ["", "x", "0", " ", "\n", "\u0001", "-\n-"];

function term(wanted: string, holds: (answer: string) => boolean): AnswerTerm {
  return {
    wanted,
    broken: (answer) => (holds(answer) ? undefined : `expected an answer that ${wanted}`),
  };
}

function misfit(
  answer: string,
  validate: ReturnType<CheckReader["compileSchema"]>,
): string | undefined {
  const parsed = parseJsonAnswer(answer);
  if (parsed === undefined) return "expected an answer that is JSON";
  const [first, ...others] = validate(parsed.value);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const where = first.path.length === 0 ? "" : `${first.path.join(".")}: `;
  return `expected JSON that fits the schema, but ${where}${first.message}${more}`;
}

function quoted(text: string): string {
  return JSON.stringify(clip(text, 80));
}
