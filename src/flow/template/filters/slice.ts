import type { Call, Filter } from "../callable/callable.ts";
import { indexArgument } from "../callable/int-argument.ts";
import { calculate } from "../values/arithmetic.ts";
import { listOf, yielding } from "../values/cursor.ts";
import { Generator, type Value } from "../values/value.ts";

/** `values|slice(count)`. */
export const slice: Filter = {
  id: "slice",
  docs: {
    summary:
      "spreads values over so many lists, the last ones filled up if something is given for it",
    examples: [
      { template: "{{ [1, 2, 3, 4, 5]|slice(3)|list }}", output: "[[1, 2], [3, 4], [5]]" },
      { template: "{{ [1, 2, 3]|slice(2, '-')|list }}", output: "[[1, 2], [3, '-']]" },
      { template: "{{ [1]|slice(0)|list }}", error: "ZeroDivisionError" },
    ],
  },
  parameters: [{ name: "slices" }, { name: "fill_with", default: null }],
  apply: (call) => {
    return new Generator(
      "generator",
      "<generator object sync_do_slice at 0x0>",
      yielding(slices(call)),
    );
  },
};

/** A row takes as much memory as several values. */
const rowCost = 4;

function* slices({ input, argument, host }: Call): globalThis.Generator<Value, void> {
  const values = listOf(input, host.budget);
  const wanted = argument("slices");
  const filler = argument("fill_with");
  const each = calculate({ left: values.length, operator: "//", right: wanted }, host.budget);
  const count = Number(indexArgument(wanted));
  const size = Number(indexArgument(each));
  const longer = values.length - size * count;
  let start = 0;
  for (let index = 0; index < count; index += 1) {
    host.budget.charge(rowCost);
    const end = start + size + (index < longer ? 1 : 0);
    const row = values.slice(start, end);
    yield filler !== null && index >= longer ? [...row, filler] : row;
    start = end;
  }
}
