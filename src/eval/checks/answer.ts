import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { answerTerms, type AnswerTerm } from "../check/answer-terms.ts";
import { blank } from "../check/blank.ts";
import type { Check } from "../check/check.ts";
import { listOf } from "../check/list-of.ts";
import { asTexts, textsSchema } from "../check/text-list.ts";

export const answer: Check = {
  id: "answer",
  docs: {
    summary: "requires something of the final answer",
    rationale:
      "Facts that code can find need no judge. `contains` and `not_contains` compare as written, case included; `word` finds a word or number that stands by itself, so that 42 is not found in 1,042; `equals` ignores white space at the ends; `regex` is searched for in linear time (RE2 syntax); `json_schema` wants the whole answer to be JSON, with or without a code fence. All that are given must hold. `answer: some text` is short for `contains`.",
  },
  schema: {
    anyOf: [
      { type: "string", description: "A text that the answer contains." },
      {
        type: "object",
        additionalProperties: false,
        properties: {
          contains: textsSchema("The answer has each of these texts."),
          word: textsSchema("The answer has each of these words, standing by itself."),
          not_contains: textsSchema("The answer has none of these texts."),
          equals: { type: "string", description: "The answer is this text." },
          regex: { type: "string", description: "A part of the answer matches (RE2 syntax)." },
          json_schema: { type: "object", description: "The answer is JSON that is valid by this." },
        },
      },
    ],
  },
  examples: [
    {
      trial: { answer: "There are 42 open issues.\n" },
      passes: [
        "42 open",
        { contains: ["There", "issues"] },
        { word: "42" },
        { not_contains: ["43", "closed"] },
        { equals: "There are 42 open issues." },
        { regex: "[0-9]+ open issues?" },
        { contains: "42", not_contains: "sorry" },
      ],
      fails: [
        "43 open",
        { contains: ["There", "closed"] },
        { word: "4" },
        { word: "issue" },
        { not_contains: ["43", "open"] },
        { equals: "There are 42" },
        { regex: "^[0-9]+" },
        { contains: "42", not_contains: "open" },
      ],
    },
    {
      trial: { answer: '```json\n{ "severity": "high" }\n```' },
      passes: [{ json_schema: { required: ["severity"] } }],
      fails: [{ json_schema: { required: ["reason"] } }, { json_schema: { type: "array" } }],
    },
    { trial: { answer: "high" }, passes: ["high"], fails: [{ json_schema: {} }] },
  ],
  refused: [
    "",
    {},
    { contains: [] },
    { word: " " },
    { regex: "(" },
    { regex: "" },
    { regex: "(?s).*" },
    { regex: "4?2*" },
    { equals: "" },
    { contains: ["a", "42 open"], not_contains: "open" },
  ],
  prepare(value, reader) {
    const fields: JsonObject = isJsonObject(value) ? value : { contains: value };
    const path = (key: string): readonly string[] => (isJsonObject(value) ? [key] : []);
    const given = Object.entries(fields);
    if (given.length === 0) reader.nothingToCheck([], "nothing is asked of the answer");
    const { contains, word, not_contains: without } = fields;
    const both = [...asTexts(contains), ...asTexts(word)].find((text) =>
      asTexts(without).some((other) => !blank(other) && text.includes(other)),
    );
    if (both !== undefined) {
      reader.invalid(["not_contains"], `no answer can have "${clip(both, 80)}" and not have it`);
    }
    const terms: AnswerTerm[] = [];
    for (const [key, wanted] of given) {
      if (key !== "json_schema" && someBlank(wanted)) {
        reader.nothingToCheck(path(key), `the text of \`${key}\` is empty`);
        continue;
      }
      terms.push(...(answerTerms[key]?.(wanted, path(key), reader) ?? []));
    }
    if (terms.length === 0) return undefined;
    return {
      type: "decidable",
      assess(trial) {
        const broken = terms.flatMap((term) => {
          const reason = term.broken(trial.answer);
          return reason === undefined ? [] : [reason];
        });
        if (broken.length === 0) {
          return { pass: true, message: terms.map(({ wanted }) => wanted).join("; ") };
        }
        return {
          pass: false,
          message: `${broken.join("; ")}; the answer is ${shortAnswer(trial.answer)}`,
          ...(broken.length > 1 ? { details: broken.join("\n") } : {}),
        };
      },
    };
  },
};

function someBlank(wanted: JsonValue): boolean {
  return blank(wanted) || listOf(wanted).some(blank);
}

function shortAnswer(text: string): string {
  return blank(text) ? "empty" : JSON.stringify(clip(foldWhitespace(text), 160));
}
