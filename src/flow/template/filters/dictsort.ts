import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Filter } from "../callable/callable.ts";
import { failAttribute, intArgument } from "../callable/int-argument.ts";
import { sortValues } from "../callable/sort-values.ts";
import { raise } from "../python-exception.ts";
import { dictEntries } from "../values/dict.ts";
import { isDict, isText, plain } from "../values/kinds.ts";
import { truthOf } from "../values/truth.ts";
import { failUndefined } from "../values/undefined.ts";
import { Tuple, Undefined } from "../values/value.ts";

/** `dict|dictsort`. */
export const dictsort: Filter = {
  id: "dictsort",
  docs: {
    summary: "gives the pairs of a dict, sorted by key or by value",
    examples: [
      { template: "{{ {'b': 1, 'A': 2}|dictsort }}", output: "[('A', 2), ('b', 1)]" },
      {
        template: "{{ {'b': 1, 'A': 2}|dictsort(true, 'value', true) }}",
        output: "[('A', 2), ('b', 1)]",
      },
      { template: "{{ {}|dictsort(by='x') }}", error: "FilterArgumentError" },
      { template: "{{ []|dictsort }}", error: "AttributeError" },
    ],
  },
  parameters: [
    { name: "case_sensitive", default: false },
    { name: "by", default: "key" },
    { name: "reverse", default: false },
  ],
  apply({ input, argument, host }) {
    const by = argument("by");
    const position = isText(by) ? ["key", "value"].indexOf(plain(by)) : -1;
    if (position < 0) raise("FilterArgumentError", 'You can only sort by either "key" or "value"');
    if (input instanceof Undefined) failUndefined(input, host.budget);
    if (!isDict(input)) return failAttribute(input, "items");
    const pairs = dictEntries(input).map((entry) => new Tuple(entry));
    const ignoreCase = !truthOf(argument("case_sensitive"));
    const key = attributeGetter(position, host, { ignoreCase });
    const reverse = intArgument(argument("reverse")) !== 0;
    return sortValues(pairs, { key, reverse, budget: host.budget });
  },
};
