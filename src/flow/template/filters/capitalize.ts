import type { Filter } from "../callable/callable.ts";
import { titleCase } from "../text/title-case.ts";
import { alike, plain } from "../values/kinds.ts";
import { softText } from "../values/text-of.ts";

/** `text|capitalize`. */
export const capitalize: Filter = {
  id: "capitalize",
  docs: {
    summary: "begins a text with a capital letter and makes all other letters small",
    examples: [
      {
        template: "{{ 'hELLO wORLD'|capitalize }} {{ none|capitalize }}",
        output: "Hello world None",
      },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    const text = softText(input, host.budget);
    host.budget.produce(plain(text).length);
    const [first = ""] = plain(text);
    return alike(text, titleCase(first) + plain(text).slice(first.length).toLowerCase());
  },
};
