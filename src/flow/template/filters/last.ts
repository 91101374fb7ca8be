import type { Filter } from "../callable/callable.ts";
import { reversedItems } from "../callable/reversed-items.ts";
import { raise } from "../python-exception.ts";
import { orElse } from "../values/or-else.ts";
import { typeNameOf } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

/** `values|last`. */
export const last: Filter = {
  id: "last",
  docs: {
    summary: "gives the last of some values, which must not come from a generator",
    examples: [
      { template: "{{ [3, 1]|last }} {{ 'ab'|last }} [{{ []|last }}]", output: "1 b []" },
      { template: "{{ [1]|map('abs')|last }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    const items = reversedItems(input, host.budget) ?? failReversed(input);
    return orElse(items[0], () => host.undefined({ hint: "No last item, sequence was empty." }));
  },
};

/** What has items and no end is asked how many there are. */
function failReversed(value: Value): never {
  const name = typeNameOf(value);
  return name === "TemplateReference"
    ? raise("TypeError", `object of type '${name}' has no len()`)
    : raise("TypeError", `'${name}' object is not reversible`);
}
