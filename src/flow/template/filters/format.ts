import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { formatPercent } from "../values/percent-format.ts";
import { softText } from "../values/text-of.ts";
import { Tuple } from "../values/value.ts";

/** `text|format(values)`. */
export const format: Filter = {
  id: "format",
  docs: {
    summary: "puts values into a text at its `%` signs",
    examples: [
      { template: "{{ '%s has %05.1f%%'|format('it', 2.25) }}", output: "it has 002.2%" },
      { template: "{{ '%(a)s'|format(a=1) }}", output: "1" },
      { template: "{{ '%d'|format('a') }}", error: "TypeError" },
      { template: "{{ '%s %(a)s'|format(1, a=1) }}", error: "FilterArgumentError" },
    ],
  },
  parameters: { taken: ["value"] },
  apply({ input, positional, keywords, host }) {
    if (positional.length > 0 && keywords.size > 0) {
      raise(
        "FilterArgumentError",
        "can't handle positional and keyword arguments at the same time",
      );
    }
    const text = softText(input, host.budget);
    const values = keywords.size > 0 ? keywords : new Tuple(positional);
    return formatPercent(text, values, host.budget);
  },
};
