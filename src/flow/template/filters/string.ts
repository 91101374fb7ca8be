import type { Filter } from "../callable/callable.ts";
import { softText } from "../values/text-of.ts";

/** `value|string`. */
export const string: Filter = {
  id: "string",
  docs: {
    summary: "makes a text of a value",
    examples: [
      { template: "{{ [1, none]|string|length }} {{ 1.0|string ~ 'x' }}", output: "9 1.0x" },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => softText(input, host.budget),
};
