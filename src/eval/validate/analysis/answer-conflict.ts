import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { hasWord } from "../../check/find-word.ts";
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
  const other = a["equals"];
  const differs = typeof other === "string" && other.trim() !== equals.trim();
  return differs ? "the answer must be two texts at once" : undefined;
}
