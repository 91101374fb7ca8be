import { AppError } from "../../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { compileMatcher } from "../../../core/match/compile-matcher.ts";
import { MatcherError } from "../../../core/match/matcher-error.ts";
import { clip } from "../../../core/text/clip.ts";
import { compileSchema } from "../../../schema/index.ts";
import { hasWord } from "../../check/find-word.ts";
import { parseJsonAnswer } from "../../check/parse-json-answer.ts";
import { asTexts } from "../../check/text-list.ts";

/** What an `answer` check says, in its long form. */
export function answerFields(value: JsonValue): JsonObject {
  return isJsonObject(value) ? value : { contains: value };
}

/** Why two `answer` checks, or the parts of one, cannot both hold; undefined where they can. */
export function answerConflict(a: JsonObject, b: JsonObject): string | undefined {
  return oneWay(a, b) ?? oneWay(b, a);
}

function oneWay(a: JsonObject, b: JsonObject): string | undefined {
  const texts = [...asTexts(a["contains"]), ...asTexts(a["word"])];
  const banned = asTexts(b["not_contains"]);
  const both = texts.find((text) => banned.some((part) => text.includes(part)));
  if (both !== undefined) return `the answer must hold ${JSON.stringify(both)}, and must not`;
  const { equals } = b;
  if (typeof equals !== "string") return undefined;
  const missing =
    asTexts(a["contains"]).find((text) => !equals.includes(text)) ??
    asTexts(a["word"]).find((word) => !hasWord(equals, word));
  if (missing !== undefined) {
    return `the answer must hold ${JSON.stringify(missing)}, and be a text without it`;
  }
  const inIt = asTexts(a["not_contains"]).find((part) => equals.includes(part));
  if (inIt !== undefined) {
    return `the answer must not hold ${JSON.stringify(inIt)}, and be a text with it`;
  }
  const misfit = formMisfit(a, equals);
  if (misfit !== undefined) return misfit;
  const other = a["equals"];
  const differs = typeof other === "string" && other.trim() !== equals.trim();
  return differs ? "the answer must be two texts at once" : undefined;
}

/** A text that is wanted as it is, and that has not the form that is wanted. */
function formMisfit({ regex, json_schema: schema }: JsonObject, text: string): string | undefined {
  // White space at the ends of the answer makes no difference to the text, but may to the pattern.
  const forms = [text, text.trim(), ` ${text.trim()} `, `\n${text.trim()}\n`];
  if (typeof regex === "string" && !forms.some((form) => matches(regex, form))) {
    return `the answer must match /${clip(regex, 60)}/, and be a text that does not`;
  }
  if (!isJsonObject(schema)) return undefined;
  const parsed = parseJsonAnswer(text);
  if (parsed === undefined) return "the answer must be JSON, and be a text that is none";
  return fits(schema, parsed.value)
    ? undefined
    : "the answer must fit the JSON Schema, and be a text that does not";
}

/** Whether a pattern is found; what cannot be read is told elsewhere. */
function matches(regex: string, text: string): boolean {
  try {
    return compileMatcher({ $regex: regex }).matches(text);
  } catch (error) {
    if (error instanceof MatcherError) return true;
    throw error;
  }
}

function fits(schema: JsonObject, value: JsonValue): boolean {
  try {
    return compileSchema(schema)(value).length === 0;
  } catch (error) {
    if (error instanceof AppError) return true;
    throw error;
  }
}
