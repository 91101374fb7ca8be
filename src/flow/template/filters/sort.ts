import { attributesGetter } from "../callable/attribute-getter.ts";
import type { Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { sortValues } from "../callable/sort-values.ts";
import { listOf } from "../values/cursor.ts";
import { truthOf } from "../values/truth.ts";

/** `values|sort`. */
export const sort: Filter = {
  id: "sort",
  docs: {
    summary: "sorts values, by themselves or by attributes, without regard to capital letters",
    examples: [
      {
        template: "{{ [3, 1, 2]|sort }} {{ ['b', 'A', 'a']|sort(true) }}",
        output: "[1, 2, 3] ['b', 'A', 'a']",
      },
      {
        template:
          "{{ [{'n': 2, 'm': 1}, {'n': 1, 'm': 2}]|sort(attribute='n,m')|map(attribute='n')|list }}",
        output: "[1, 2]",
      },
      { template: "{{ [1, 'a']|sort }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "reverse", default: false },
    { name: "case_sensitive", default: false },
    { name: "attribute", default: null },
  ],
  apply({ input, argument, host }) {
    const ignoreCase = !truthOf(argument("case_sensitive"));
    return sortValues(listOf(input, host.budget), {
      key: attributesGetter(argument("attribute"), host, { ignoreCase }),
      reverse: intArgument(argument("reverse")) !== 0,
      budget: host.budget,
    });
  },
};
