import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { loadFormat, schemaErrors, type SchemaProblem } from "../../schema/index.ts";
import { readYaml } from "../../yaml/index.ts";
import type { Label } from "./label.ts";
import { labelsError } from "./labels-error.ts";
import { readLabel } from "./read-label.ts";

/** Bounds of a file of labels: more nobody has read. */
const maxChars = 64 * 1024 * 1024;
const maxLabels = 50_000;
const maxErrors = 20;

/**
 * Reads labels, one JSON object a line. Empty lines are skipped.
 *
 * @throws AppError or AppErrors with the first twenty mistakes, each with its line.
 */
export async function parseLabels(text: string, file: string): Promise<readonly Label[]> {
  if (text.length > maxChars) {
    throw labelsError(`the file has ${text.length} characters, more than ${maxChars}`, { file });
  }
  const problemsOf = await loadFormat("labels");
  const labels: Label[] = [];
  const errors: AppError[] = [];
  for (const [index, source] of text
    .replace(/^\uFEFF/u, "")
    .split("\n")
    .entries()) {
    if (source.trim() === "") continue;
    const found = lineOf(source, { file, line: index + 1 }, problemsOf);
    if ("subject" in found) labels.push(found);
    else errors.push(...found);
    if (errors.length >= maxErrors) break;
    if (labels.length > maxLabels) {
      errors.push(labelsError(`there are more than ${maxLabels} labels`, { file }));
      break;
    }
  }
  throwAll(errors.slice(0, maxErrors));
  if (labels.length > 0) return labels;
  throw labelsError("the file holds no label", { file }, shape);
}

const shape =
  'write one object a line: {"run": "latest", "suite": "…", "case": "…", "check": "judge#1", "label": "met"}';

function lineOf(
  source: string,
  place: { readonly file: string; readonly line: number },
  problemsOf: (value: JsonValue) => SchemaProblem[],
): Label | readonly AppError[] {
  const value = readJson(source);
  if (value === undefined) return [labelsError("the line is not JSON", place, shape)];
  if (!isJsonObject(value)) return [labelsError("the line is not a JSON object", place, shape)];
  const problems = problemsOf(value);
  if (problems.length > 0) return atLine(problems, source, place);
  const label = readLabel(value, place);
  return label instanceof AppError ? [label] : label;
}

/** JSON is YAML, whose reader knows where things stand; it is asked only where something is wrong. */
function atLine(
  problems: readonly SchemaProblem[],
  source: string,
  { file, line }: { readonly file: string; readonly line: number },
): readonly AppError[] {
  return schemaErrors(problems, readYaml(source, file), "EVAL_LABELS_INVALID").map((error) => {
    const { column } = error.place ?? {};
    return labelsError(
      error.message,
      { file, line, ...(column !== undefined && { column }) },
      error.hint,
    );
  });
}

function readJson(source: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(source);
    return value;
  } catch {
    return undefined;
  }
}
