import { leaf, type MatchNode } from "./match-node.ts";
import { showValue } from "./show-value.ts";

/** A text, number, boolean or null in a matcher stands for itself; no type equals another. */
export function literalNode(literal: null | boolean | number | string): MatchNode {
  return leaf(showValue(literal), (value) => value === literal);
}
