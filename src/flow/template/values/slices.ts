import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointsOf, hasSurrogates } from "../text/code-points.ts";
import { numberOf } from "./equals.ts";
import { alike, isDict, isIndex, isSequence, isText, itemsOf, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { type Slice, Tuple, Undefined, type Value } from "./value.ts";

/** Python's `value[start:stop:step]`. */
export function sliceOf(value: Value, slice: Slice, budget: Budget): Value {
  if (value instanceof Undefined) failUndefined(value, budget);
  if (isText(value)) return alike(value, sliceText(plain(value), slice, budget));
  if (isSequence(value)) {
    const items = pick(itemsOf(value), slice);
    budget.charge(items.length);
    return value instanceof Tuple ? new Tuple(items) : items;
  }
  if (isDict(value)) return raise("TypeError", "unhashable type: 'slice'");
  return raise("TypeError", `'${typeNameOf(value)}' object is not subscriptable`);
}

function sliceText(text: string, slice: Slice, budget: Budget): string {
  budget.produce(text.length);
  if (slice.step === null && !hasSurrogates(text)) {
    const { from, to } = rangeOf(text.length, slice);
    return text.slice(from, Math.max(from, to));
  }
  budget.charge(text.length);
  return pick(codePointsOf(text), slice).join("");
}

function pick<T>(items: readonly T[], slice: Slice): readonly T[] {
  const { from, to, stride } = rangeOf(items.length, slice);
  if (stride === 1) return items.slice(from, Math.max(from, to));
  const picked: T[] = [];
  for (let index = from; stride > 0 ? index < to : index > to; index += stride) {
    const item = items[index];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

function rangeOf(
  length: number,
  { start, stop, step }: Slice,
): { from: number; to: number; stride: number } {
  const stride = bound(step) ?? 1;
  if (stride === 0) return raise("ValueError", "slice step cannot be zero");
  const [first, last] = stride > 0 ? [0, length] : [length - 1, -1];
  const clamp = (index: number): number => {
    const counted = index < 0 ? index + length : index;
    return Math.min(Math.max(counted, Math.min(first, last)), Math.max(first, last));
  };
  const [from, to] = [bound(start), bound(stop)];
  return {
    from: from === undefined ? first : clamp(from),
    to: to === undefined ? last : clamp(to),
    stride,
  };
}

function bound(value: Value): number | undefined {
  if (value === null) return undefined;
  if (isIndex(value)) return Number(numberOf(value));
  return raise("TypeError", "slice indices must be integers or None or have an __index__ method");
}
