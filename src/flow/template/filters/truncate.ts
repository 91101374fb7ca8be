import type { Call, Filter } from "../callable/callable.ts";
import { failAttribute } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { calculate } from "../values/arithmetic.ts";
import { alike, isText, plain } from "../values/kinds.ts";
import { lengthOf } from "../values/length.ts";
import { inOrder } from "../values/order.ts";
import { sliceOf } from "../values/slices.ts";
import { textOf } from "../values/text-of.ts";
import { truthOf } from "../values/truth.ts";
import { failUndefined } from "../values/undefined.ts";
import { Slice, Undefined, type Value } from "../values/value.ts";

/** `text|truncate(length)`. */
export const truncate: Filter = {
  id: "truncate",
  docs: {
    summary:
      "cuts a text that is too long by more than the leeway, at a word unless told otherwise",
    examples: [
      {
        template: "{{ 'foo bar baz qux'|truncate(9) }} {{ 'foo bar baz qux'|truncate(9, true) }}",
        output: "foo... foo ba...",
      },
      {
        template:
          "{{ 'foo bar baz'|truncate(8) }} {{ 'foo bar baz'|truncate(8, leeway=0, end='') }}",
        output: "foo bar baz foo bar",
      },
      { template: "{{ 'foo'|truncate(2) }}", error: "AssertionError" },
      { template: "{{ 1|truncate(5) }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "length", default: 255 },
    { name: "killwords", default: false },
    { name: "end", default: "..." },
    { name: "leeway", default: null },
  ],
  apply(call) {
    const { input, argument, host } = call;
    const { budget } = host;
    const length = argument("length");
    const end = argument("end");
    const leeway = argument("leeway") ?? 5;
    const endLength = lengthOf(end, budget);
    if (!inOrder({ left: length, operator: ">=", right: endLength }, budget)) {
      raise("AssertionError", `expected length >= ${endLength}, got ${textOf(length, budget)}`);
    }
    if (!inOrder({ left: leeway, operator: ">=", right: 0 }, budget)) {
      raise("AssertionError", `expected leeway >= 0, got ${textOf(leeway, budget)}`);
    }
    const longest = calculate({ left: length, operator: "+", right: leeway }, budget);
    const inputLength = lengthOf(input, budget);
    if (inOrder({ left: inputLength, operator: "<=", right: longest }, budget)) return input;
    const stop = calculate({ left: length, operator: "-", right: endLength }, budget);
    return cut(stop, end, call);
  },
};

function cut(stop: Value, end: Value, { input, argument, host: { budget } }: Call): Value {
  if (input instanceof Undefined) failUndefined(input, budget);
  const kept = sliceOf(input, new Slice(null, stop, null), budget);
  if (truthOf(argument("killwords"))) {
    return calculate({ left: kept, operator: "+", right: end }, budget);
  }
  if (!isText(kept)) return failAttribute(kept, "rsplit");
  const space = plain(kept).lastIndexOf(" ");
  const words = space < 0 ? kept : alike(kept, plain(kept).slice(0, space));
  return calculate({ left: words, operator: "+", right: end }, budget);
}
