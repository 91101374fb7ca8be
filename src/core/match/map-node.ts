import { isJsonObject } from "../json.ts";
import type { MatchNode } from "./match-node.ts";

/** A map in a matcher: these keys, each matched by its own; further keys do not matter. */
export function mapNode(entries: readonly (readonly [string, MatchNode])[]): MatchNode {
  const size = 1 + entries.reduce((sum, [, node]) => sum + node.size, 0);
  const inner = entries.map(([key, node]) => `${JSON.stringify(key)}: ${node.expected}`);
  const expected = inner.length === 0 ? "a map" : `{ ${inner.join(", ")} }`;
  return {
    size,
    expected,
    differences(actual, path) {
      if (!isJsonObject(actual)) return [{ path, expected, actual, weight: size }];
      return entries.flatMap(([key, node]) =>
        // Only own keys count: `constructor` is not in every map.
        node.differences(Object.hasOwn(actual, key) ? actual[key] : undefined, [...path, key]),
      );
    },
  };
}

/** Several operators in one map must all hold. */
export function allNode(nodes: readonly MatchNode[]): MatchNode {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) return only;
  return {
    size: nodes.reduce((sum, node) => sum + node.size, 0),
    expected: nodes.map((node) => node.expected).join(" and "),
    differences: (actual, path) => nodes.flatMap((node) => node.differences(actual, path)),
  };
}
