import { attempt } from "../callable/attempt.ts";
import type { Filter } from "../callable/callable.ts";
import { indexArgument } from "../callable/int-argument.ts";
import { isText } from "../values/kinds.ts";
import { truncate } from "../values/numbers.ts";
import { toPyFloat } from "../values/to-float.ts";
import { toPyInt } from "../values/to-int.ts";

/** `value|int`. */
export const int: Filter = {
  id: "int",
  docs: {
    summary: "reads a whole number; what is none becomes 0 or what is given for it",
    examples: [
      {
        template: "{{ '42'|int }} {{ '4.7'|int }} {{ -4.7|int }} {{ 'a'|int(-1) }}",
        output: "42 4 -4 -1",
      },
      { template: "{{ '0x1f'|int(base=16) }} {{ '11'|int(0, 2) }}", output: "31 3" },
      { template: "{{ a|int }}", error: "UndefinedError" },
    ],
  },
  parameters: [
    { name: "default", default: 0 },
    { name: "base", default: 10 },
  ],
  apply({ input, argument, host: { budget } }) {
    const value = attempt(["TypeError", "ValueError"], () => {
      const base = isText(input) ? indexArgument(argument("base")) : 10;
      return toPyInt(input, { base, budget });
    });
    if (value !== undefined) return value;
    const unwanted = ["TypeError", "ValueError", "OverflowError"];
    return attempt(unwanted, () => truncate(toPyFloat(input, budget))) ?? argument("default");
  },
};
