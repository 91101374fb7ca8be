import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { keyOf } from "../values/dict.ts";
import { isText } from "../values/kinds.ts";
import { getAttributeOnly } from "../values/lookup.ts";
import { typeNameOf } from "../values/type-name.ts";

/** `value|attr(name)`. */
export const attr: Filter = {
  id: "attr",
  docs: {
    summary: "gives an attribute and never an item",
    examples: [
      { template: "[{{ {'a': 1}|attr('a') }}] {{ 7|attr('real') }}", output: "[] 7" },
      { template: "{{ ('a'|attr('upper')).x }}", error: "SecurityError" },
      { template: "{{ 1|attr(2) }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "name" }],
  apply({ input, argument, host }) {
    const name = argument("name");
    if (isText(name)) return getAttributeOnly(input, name, host);
    keyOf(name);
    return raise("TypeError", `attribute name must be string, not '${typeNameOf(name)}'`);
  },
};
