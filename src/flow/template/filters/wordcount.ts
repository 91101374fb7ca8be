import type { Filter } from "../callable/callable.ts";
import { textOf } from "../values/text-of.ts";

/** `text|wordcount`. */
export const wordcount: Filter = {
  id: "wordcount",
  docs: {
    summary: "counts the words of a text",
    examples: [
      {
        template: "{{ 'one two-three it\\'s é_1'|wordcount }} {{ [1, 2]|wordcount }}",
        output: "6 2",
      },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    const text = textOf(input, host.budget);
    host.budget.scan(text.length);
    return text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
  },
};
