import type { JsonValue } from "../json.ts";
import { isJsonArray } from "./json-array.ts";
import { type Difference, isUndecided, type MatchNode } from "./match-node.ts";

/** A list with a member that `wanted` matches, or a text of which `holds` is true. */
export function textOrMember(
  wanted: MatchNode,
  expected: string,
  holds: (text: string) => boolean,
): MatchNode {
  return {
    size: 1,
    expected,
    differences(actual: JsonValue | undefined, path) {
      if (typeof actual === "string" && holds(actual)) return [];
      const failed: Difference = { path, expected, actual, weight: 1 };
      if (!isJsonArray(actual)) return [failed];
      let undecided = false;
      for (const [index, item] of actual.entries()) {
        const differences = wanted.differences(item, [...path, index]);
        if (differences.length === 0) return [];
        undecided ||= isUndecided(differences);
      }
      return [undecided ? { ...failed, undecided } : failed];
    },
  };
}
