import { PyFloat } from "../../../core/python/py-float.ts";
import { attempt } from "../callable/attempt.ts";
import type { Filter } from "../callable/callable.ts";
import { toPyFloat } from "../values/to-float.ts";

/** `value|float`. */
export const float: Filter = {
  id: "float",
  docs: {
    summary: "reads a number as a float; what is none becomes 0.0 or what is given for it",
    examples: [
      {
        template: "{{ '1.5'|float }} {{ 2|float }} {{ 'a'|float }} {{ none|float(7) }}",
        output: "1.5 2.0 0.0 7",
      },
      { template: "{{ a|float }}", error: "UndefinedError" },
    ],
  },
  parameters: [{ name: "default", default: new PyFloat(0) }],
  apply({ input, argument, host }) {
    const value = attempt(["TypeError", "ValueError"], () => toPyFloat(input, host.budget));
    return value === undefined ? argument("default") : new PyFloat(value);
  },
};
