import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { findItem } from "../values/items.ts";
import { lengthOf } from "../values/length.ts";
import { orElse } from "../values/or-else.ts";
import { typeNameOf } from "../values/type-name.ts";

/** `values|random`. */
export const random: Filter = {
  id: "random",
  docs: {
    summary: "gives one of some values: always the first, so that a prompt renders alike each time",
    examples: [
      { template: "{{ [3, 1]|random }} [{{ []|random }}]", output: "3 []" },
      { template: "{{ 1|random }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    if (lengthOf(input, host.budget) === 0) {
      return host.undefined({ hint: "No random item, sequence was empty." });
    }
    const found = findItem(input, 0, host.budget);
    return orElse(found, () => raise("KeyError", `0 of ${typeNameOf(input)}`));
  },
};
