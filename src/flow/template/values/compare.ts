import type { Budget } from "../runtime/budget.ts";
import type { CompareOperator } from "../syntax/expression.ts";
import { contains } from "./contains.ts";
import { equals } from "./equals.ts";
import { inOrder } from "./order.ts";
import type { Value } from "./value.ts";

/** Two values and what is asked about them. */
export interface ValueComparison {
  readonly left: Value;
  readonly operator: CompareOperator;
  readonly right: Value;
}

/** One comparison as Python makes it. */
export function compareValues({ left, operator, right }: ValueComparison, budget: Budget): boolean {
  if (operator === "==") return equals(left, right, budget);
  if (operator === "!=") return !equals(left, right, budget);
  if (operator === "in") return contains(right, left, budget);
  if (operator === "not in") return !contains(right, left, budget);
  return inOrder({ left, operator, right }, budget);
}
