import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { compareCodePoints } from "../text/code-points.ts";
import { numberOf, sameOrEqual } from "./equals.ts";
import { isList, isNumeric, isText, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { Tuple, Undefined, type Value, type ValueList } from "./value.ts";

/** The operators that need an order. */
export type OrderOperator = "<" | "<=" | ">" | ">=";

/** Two values and the order that is asked about. */
export interface Comparison {
  readonly left: Value;
  readonly operator: OrderOperator;
  readonly right: Value;
}

/** Python's `left < right` and its like; raises for values that have no order. */
export function inOrder({ left, operator, right }: Comparison, budget: Budget): boolean {
  budget.charge(1);
  // Python asks the right side first where it is of a more special kind.
  if (right instanceof Undefined && right.origin.debug === true) {
    if (!(left instanceof Undefined) || left.origin.debug !== true) failUndefined(right, budget);
  }
  if (left instanceof Undefined) failUndefined(left, budget);
  if (right instanceof Undefined) failUndefined(right, budget);
  if (isNumeric(left) && isNumeric(right)) {
    return holds(numberOf(left), operator, numberOf(right));
  }
  if (isText(left) && isText(right)) {
    budget.scan(plain(left).length);
    return holds(compareCodePoints(plain(left), plain(right)), operator, 0);
  }
  if (isList(left) && isList(right)) return listsInOrder(left, right, { operator, budget });
  if (left instanceof Tuple && right instanceof Tuple) {
    return listsInOrder(left.items, right.items, { operator, budget });
  }
  const names = `'${typeNameOf(left)}' and '${typeNameOf(right)}'`;
  return raise("TypeError", `'${operator}' not supported between instances of ${names}`);
}

interface OrderContext {
  readonly operator: OrderOperator;
  readonly budget: Budget;
}

/** Lists are ordered by the first pair that differs, else by length. */
function listsInOrder(a: ValueList, b: ValueList, { operator, budget }: OrderContext): boolean {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a[index] ?? null;
    const right = b[index] ?? null;
    if (!sameOrEqual(left, right, budget)) return inOrder({ left, operator, right }, budget);
  }
  return holds(a.length, operator, b.length);
}

function holds(a: number | bigint, operator: OrderOperator, b: number | bigint): boolean {
  return orders[operator](a, b);
}

type Order = (a: number | bigint, b: number | bigint) => boolean;

const orders: Readonly<Record<OrderOperator, Order>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};
