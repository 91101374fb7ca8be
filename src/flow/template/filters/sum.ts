import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { calculate } from "../values/arithmetic.ts";
import { cursorOf } from "../values/cursor.ts";
import { isText } from "../values/kinds.ts";

/** `values|sum`. */
export const sum: Filter = {
  id: "sum",
  docs: {
    summary: "adds values, or an attribute of each, to a start",
    examples: [
      {
        template:
          "{{ [1, 2.5]|sum }} {{ [{'n': 2}]|sum('n', 10) }} {{ []|sum }} {{ [[1], [2]]|sum(start=[]) }}",
        output: "3.5 12 0 [1, 2]",
      },
      { template: "{{ ['a']|sum }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "attribute", default: null },
    { name: "start", default: 0 },
  ],
  apply({ input, argument, host }) {
    const cursor = cursorOf(input, host.budget);
    let total = argument("start");
    if (isText(total)) raise("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
    const get = attributeGetter(argument("attribute"), host);
    for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
      total = calculate({ left: total, operator: "+", right: get(item) }, host.budget);
    }
    return total;
  },
};
