import type { Filter } from "../callable/callable.ts";
import { truthOf } from "../values/truth.ts";
import { Undefined } from "../values/value.ts";

/** `value|default(other)`. */
export const defaultFilter: Filter = {
  id: "default",
  aliases: ["d"],
  docs: {
    summary:
      "gives another value for one that is not there; with true also for none and what is empty",
    examples: [
      {
        template: "{{ a|default('x') }} {{ none|d('x') }} {{ ''|d('x', true) }}",
        output: "x None x",
      },
      { template: "{{ a.b|default('x') }}", error: "UndefinedError" },
    ],
  },
  parameters: [
    { name: "default_value", default: "" },
    { name: "boolean", default: false },
  ],
  apply({ input, argument }) {
    const missing = input instanceof Undefined || (truthOf(argument("boolean")) && !truthOf(input));
    return missing ? argument("default_value") : input;
  },
};
