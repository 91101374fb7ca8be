import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { cursorOf } from "../values/cursor.ts";
import { inOrder } from "../values/order.ts";
import { truthOf } from "../values/truth.ts";
import type { Value } from "../values/value.ts";

const parameters: Filter["parameters"] = [
  { name: "case_sensitive", default: false },
  { name: "attribute", default: null },
];

function extreme({ input, argument, host }: Call, operator: "<" | ">"): Value {
  const cursor = cursorOf(input, host.budget);
  let best = cursor.next();
  if (best === undefined) {
    return host.undefined({ hint: "No aggregated item, sequence was empty." });
  }
  const ignoreCase = !truthOf(argument("case_sensitive"));
  const key = attributeGetter(argument("attribute"), host, { ignoreCase });
  let bestKey = key(best);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    const itemKey = key(item);
    if (!inOrder({ left: itemKey, operator, right: bestKey }, host.budget)) continue;
    best = item;
    bestKey = itemKey;
  }
  return best;
}

/** `values|min`. */
export const min: Filter = {
  id: "min",
  docs: {
    summary: "gives the smallest value, or the one with the smallest attribute",
    examples: [
      {
        template:
          "{{ [3, 1, 2]|min }} {{ ['b', 'A']|min }} {{ [{'n': 2}, {'n': 1}]|min(attribute='n') }} [{{ []|min }}]",
        output: "1 A {'n': 1} []",
      },
      { template: "{{ [1, 'a']|min }}", error: "TypeError" },
    ],
  },
  parameters,
  apply: (call) => extreme(call, "<"),
};

/** `values|max`. */
export const max: Filter = {
  id: "max",
  docs: {
    summary: "gives the largest value, or the one with the largest attribute",
    examples: [
      {
        template: "{{ [3, 1, 2]|max }} {{ ['b', 'A']|max }} {{ ['b', 'A', 'B']|max(true) }}",
        output: "3 b b",
      },
      { template: "{{ 1|max }}", error: "TypeError" },
    ],
  },
  parameters,
  apply: (call) => extreme(call, ">"),
};
