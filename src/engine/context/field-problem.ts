import { PyFloat } from "../../core/python/py-float.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { FlowInputField } from "../../flow/index.ts";

/** What keeps a value from being an object with the declared fields, or undefined. Formats are not checked. */
export function fieldProblem(
  fields: readonly FlowInputField[],
  value: PyValue,
): string | undefined {
  if (!isPyDict(value)) return "it is not an object";
  for (const field of fields) {
    const problem = oneFieldProblem(field, value);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function oneFieldProblem(
  { name, type, optional }: FlowInputField,
  value: PyDict,
): string | undefined {
  const item = value.get(name);
  if (item === undefined) return optional ? undefined : `the field "${name}" is missing`;
  const isOfType = typeChecks.get(type);
  if (isOfType === undefined)
    return `the declared type "${type}" of the field "${name}" does not exist`;
  return isOfType(item) ? undefined : `the field "${name}" is not of type ${type}`;
}

const typeChecks: ReadonlyMap<string, (value: PyValue) => boolean> = new Map([
  ["string", (value: PyValue): boolean => typeof value === "string"],
  ["boolean", (value: PyValue): boolean => typeof value === "boolean"],
  ["null", (value: PyValue): boolean => value === null],
  ["object", isPyDict],
  ["array", (value: PyValue): boolean => Array.isArray(value)],
  ["number", isNumber],
  ["integer", (value: PyValue): boolean => isNumber(value) && isWhole(value)],
]);

function isNumber(value: PyValue): value is number | bigint | PyFloat {
  return typeof value === "number" || typeof value === "bigint" || value instanceof PyFloat;
}

function isWhole(value: number | bigint | PyFloat): boolean {
  return !(value instanceof PyFloat) || Number.isInteger(value.value);
}
