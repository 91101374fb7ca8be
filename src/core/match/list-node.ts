import { isJsonArray } from "./json-array.ts";
import type { Difference, MatchNode } from "./match-node.ts";

/** A list in a matcher: as many items, each matched by its own, in order. */
export function listNode(items: readonly MatchNode[]): MatchNode {
  const size = 1 + total(items);
  const expected = `[${items.map((item) => item.expected).join(", ")}]`;
  return {
    size,
    expected,
    differences(actual, path) {
      if (!isJsonArray(actual)) return [{ path, expected, actual, weight: size }];
      const inner = items
        .slice(0, actual.length)
        .flatMap((item, index) => item.differences(actual[index], [...path, index]));
      if (actual.length === items.length) return inner;
      const length: Difference = {
        path,
        expected: count(items.length),
        actual,
        note: count(actual.length),
        weight: 1 + total(items.slice(actual.length)),
      };
      return [length, ...inner];
    },
  };
}

function total(nodes: readonly MatchNode[]): number {
  return nodes.reduce((sum, node) => sum + node.size, 0);
}

function count(items: number): string {
  return items === 1 ? "a list of 1 item" : `a list of ${items} items`;
}
