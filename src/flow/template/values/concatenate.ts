import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { escapeText } from "./escape.ts";
import { isList, isText, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { Markup, type Text, Tuple, type Value } from "./value.ts";

/** Python's `+` of strings and sequences; undefined where neither side knows how. */
export function concatenate(left: Value, right: Value, budget: Budget): Value | undefined {
  if (isText(left)) {
    if (isText(right)) return joinTexts(left, right, budget);
    return left instanceof Markup ? undefined : cannotJoin(left, right);
  }
  if (isList(left)) {
    if (!isList(right)) return cannotJoin(left, right);
    budget.charge(left.length + right.length);
    return [...left, ...right];
  }
  if (left instanceof Tuple) {
    if (!(right instanceof Tuple)) return cannotJoin(left, right);
    budget.charge(left.items.length + right.items.length);
    return new Tuple([...left.items, ...right.items]);
  }
  return undefined;
}

function cannotJoin(left: Value, right: Value): never {
  const name = left instanceof Tuple ? "tuple" : isList(left) ? "list" : "str";
  raise("TypeError", `can only concatenate ${name} (not "${typeNameOf(right)}") to ${name}`);
}

/** One side that is safe makes the result safe, and the other side is escaped for it. */
function joinTexts(left: Text, right: Text, budget: Budget): Text {
  budget.produce(plain(left).length + plain(right).length);
  if (!(left instanceof Markup || right instanceof Markup)) return plain(left) + plain(right);
  return new Markup(escapeText(left, budget) + escapeText(right, budget));
}
