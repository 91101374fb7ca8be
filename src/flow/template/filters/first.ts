import type { Filter } from "../callable/callable.ts";
import { cursorOf } from "../values/cursor.ts";
import { orElse } from "../values/or-else.ts";

/** `values|first`. */
export const first: Filter = {
  id: "first",
  docs: {
    summary: "gives the first of some values",
    examples: [
      { template: "{{ [3, 1]|first }} {{ 'ab'|first }} [{{ []|first }}]", output: "3 a []" },
      { template: "{{ 1|first }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => {
    const found = cursorOf(input, host.budget).next();
    return orElse(found, () => host.undefined({ hint: "No first item, sequence was empty." }));
  },
};
