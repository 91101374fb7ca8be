import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { presetRubric, presetRubrics, type Rubric } from "../../judge/index.ts";
import { blank } from "./blank.ts";
import type { CheckPath, CheckReader } from "./check-reader.ts";
import type { RubricAim } from "./check.ts";

/** The grade from which a rubric of ours is passed where a suite does not say it. */
export const presetAtLeast = 3;

/** Reads a rubric by its name or in full; undefined when something is wrong, which the reader then knows. */
export function readRubric(
  value: JsonValue,
  path: CheckPath,
  reader: CheckReader,
): RubricAim | undefined {
  const written: JsonObject = isJsonObject(value) ? value : { name: value };
  const name = typeof written["name"] === "string" ? written["name"] : "";
  const isOwn = "question" in written || "grades" in written;
  const preset = presetRubric(name);
  if (preset === undefined && !isOwn) {
    const hint = `${didYouMean(name, presetRubrics)}; one of your own has \`question\`, \`grades\` and \`at_least\``;
    reader.invalid(path, `there is no rubric "${name}"`, hint);
    return undefined;
  }
  if (preset !== undefined && isOwn) {
    const hint = "give your own another name, or leave out its question and grades";
    reader.invalid(path, `"${name}" is a rubric of ours`, hint);
    return undefined;
  }
  const rubric = preset ?? ownRubric({ ...written, name }, path, reader);
  if (rubric === undefined) return undefined;
  const atLeast = written["at_least"] ?? (preset === undefined ? undefined : presetAtLeast);
  if (typeof atLeast !== "number") {
    reader.invalid(path, `"${name}" does not say from which grade it is passed: \`at_least\``);
    return undefined;
  }
  if (atLeast <= 1) {
    reader.nothingToCheck([...path, "at_least"], `every grade is at least ${atLeast}`);
    return undefined;
  }
  if (atLeast > rubric.of) {
    reader.invalid([...path, "at_least"], `no grade is above ${rubric.of}`);
    return undefined;
  }
  return { rubric, atLeast };
}

function ownRubric(
  { name, question, grades }: JsonObject & { readonly name: string },
  path: CheckPath,
  reader: CheckReader,
): Rubric | undefined {
  if (typeof question !== "string" || blank(question)) {
    reader.invalid(path, `"${name}" has no question`);
    return undefined;
  }
  const anchors = new Map<number, string>();
  for (const [grade, text] of Object.entries(isJsonObject(grades) ? grades : {})) {
    if (typeof text === "string" && !blank(text)) anchors.set(Number(grade), text.trim());
    else reader.invalid([...path, "grades", grade], `grade ${grade} is not described`);
  }
  const of = Math.max(...anchors.keys());
  if (!anchors.has(1) || of < 2) {
    reader.invalid(path, `the grades of "${name}" have to describe 1, the worst, and the best`);
    return undefined;
  }
  return { name, question: question.trim(), anchors, of };
}
