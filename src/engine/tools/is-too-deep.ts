import type { JsonValue } from "../../core/json.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";

/** Half of what Python follows, so that a value which a state or a message wraps stays within it. */
export const maxDepth: number = 500;

/** Whether a value is nested deeper than those who walk it can follow. It is looked at level by level. */
export function isTooDeep(value: JsonValue | PyValue): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap(itemsOf);
  }
  return false;
}

function itemsOf(value: unknown): readonly unknown[] {
  if (isPyDict(value)) return [...value.values()];
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}
