import type { Filter } from "../callable/callable.ts";
import { lengthOf } from "../values/length.ts";

/** `value|length`. */
export const length: Filter = {
  id: "length",
  aliases: ["count"],
  docs: {
    summary: "counts the characters of a text, or the items of a list or dict",
    examples: [
      {
        template: "{{ 'aé😀'|length }} {{ [1, 2]|count }} {{ {}|length }} {{ x|length }}",
        output: "3 2 0 0",
      },
      { template: "{{ 1|length }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => lengthOf(input, host.budget),
};
