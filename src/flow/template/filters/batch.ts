import type { Call, Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { calculate } from "../values/arithmetic.ts";
import { cursorOf, yielding } from "../values/cursor.ts";
import { equals } from "../values/equals.ts";
import { isIndex } from "../values/kinds.ts";
import { inOrder } from "../values/order.ts";
import { typeNameOf } from "../values/type-name.ts";
import { Generator, type Value } from "../values/value.ts";

/** `values|batch(count)`. */
export const batch: Filter = {
  id: "batch",
  docs: {
    summary:
      "cuts values into lists of so many, the last one filled up if something is given for it",
    examples: [
      { template: "{{ [1, 2, 3]|batch(2)|list }}", output: "[[1, 2], [3]]" },
      { template: "{{ [1, 2, 3]|batch(2, '-')|list }}", output: "[[1, 2], [3, '-']]" },
      { template: "{{ 1|batch(2)|list }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "linecount" }, { name: "fill_with", default: null }],
  apply: (call) => {
    return new Generator(
      "generator",
      "<generator object do_batch at 0x0>",
      yielding(batches(call)),
    );
  },
};

function* batches(call: Call): globalThis.Generator<Value, void> {
  const { input, argument, host } = call;
  const count = argument("linecount");
  const cursor = cursorOf(input, host.budget);
  let row: Value[] = [];
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    host.budget.charge(1);
    if (equals(row.length, count, host.budget)) {
      yield row;
      row = [];
    }
    row.push(item);
  }
  if (row.length > 0) yield fill(row, call);
}

function fill(row: readonly Value[], { argument, host }: Call): Value {
  const filler = argument("fill_with");
  const count = argument("linecount");
  if (filler === null) return row;
  if (!inOrder({ left: row.length, operator: "<", right: count }, host.budget)) return row;
  const missing = calculate({ left: count, operator: "-", right: row.length }, host.budget);
  if (!isIndex(missing)) {
    const name = typeNameOf(missing);
    return raise("TypeError", `can't multiply sequence by non-int of type '${name}'`);
  }
  host.budget.charge(intArgument(missing));
  return [...row, ...Array.from({ length: intArgument(missing) }, () => filler)];
}
