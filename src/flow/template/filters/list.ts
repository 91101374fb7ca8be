import type { Filter } from "../callable/callable.ts";
import { listOf } from "../values/cursor.ts";

/** `values|list`. */
export const list: Filter = {
  id: "list",
  docs: {
    summary: "makes a list of values, of the characters of a text, or of the keys of a dict",
    examples: [
      {
        template: "{{ 'ab'|list }} {{ {'k': 1}|list }} {{ x|list }}",
        output: "['a', 'b'] ['k'] []",
      },
      { template: "{{ none|list }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => [...listOf(input, host.budget)],
};
