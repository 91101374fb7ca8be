import { PyFloat } from "../../core/python/py-float.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { NodePath } from "../../flow/index.ts";

/** Mappings whose order reaches the model: messages of a prompt, and what a response schema asks for. */
const ordered: ReadonlySet<string | number> = new Set(["prompt_template", "definition"]);

/** Deeper values are taken for different, which no flow is. */
const maxDepth = 200;

/**
 * The path to the first part in which two values differ, as the service reads them: numbers by their type
 * as well, and the order of keys where it means something. Undefined for equal values.
 */
export function firstDifference(
  before: PyValue,
  after: PyValue,
  at: NodePath = [],
): NodePath | undefined {
  if (at.length > maxDepth) return at;
  if (isPyDict(after) && isPyDict(before)) return inDicts(before, after, at);
  if (isPyList(after) && isPyList(before)) return inLists(before, after, at);
  return isSame(before, after) ? undefined : at;
}

function inDicts(before: PyDict, after: PyDict, at: NodePath): NodePath | undefined {
  for (const [key, value] of after) {
    const old = before.get(key);
    if (old === undefined) return [...at, key];
    const difference = firstDifference(old, value, [...at, key]);
    if (difference !== undefined) return difference;
  }
  if (before.size !== after.size) return at;
  const isOrdered = at.some((key) => ordered.has(key));
  return isOrdered && [...before.keys()].join("\n") !== [...after.keys()].join("\n")
    ? at
    : undefined;
}

function inLists(
  before: readonly PyValue[],
  after: readonly PyValue[],
  at: NodePath,
): NodePath | undefined {
  for (const [index, value] of after.entries()) {
    const old = before[index];
    if (old === undefined) return [...at, index];
    const difference = firstDifference(old, value, [...at, index]);
    if (difference !== undefined) return difference;
  }
  return before.length === after.length ? undefined : at;
}

function isSame(before: PyValue, after: PyValue): boolean {
  if (before instanceof PyFloat || after instanceof PyFloat) {
    return (
      before instanceof PyFloat &&
      after instanceof PyFloat &&
      before.constructor === after.constructor &&
      Object.is(before.value, after.value) &&
      textOf(before) === textOf(after)
    );
  }
  return before === after;
}

/** A date is known by its text. */
function textOf(value: PyFloat): unknown {
  return "text" in value ? value.text : undefined;
}
