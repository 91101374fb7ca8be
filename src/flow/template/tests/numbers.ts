import type { Test } from "../callable/callable.ts";
import type { Call } from "../callable/callable.ts";
import { calculate } from "../values/arithmetic.ts";
import { equals } from "../values/equals.ts";
import type { Value } from "../values/value.ts";

function remainder({ input, host }: Call, divisor: Value): Value {
  return calculate({ left: input, operator: "%", right: divisor }, host.budget);
}

/** `is odd`. */
export const odd: Test = {
  id: "odd",
  docs: {
    summary: "holds for an odd number",
    examples: [
      { template: "{{ 3 is odd }} {{ 4 is odd }} {{ -1 is odd }}", output: "True False True" },
      { template: "{{ [] is odd }}", error: "TypeError" },
    ],
  },
  parameters: [],
  check: (call) => equals(remainder(call, 2), 1, call.host.budget),
};

/** `is even`. */
export const even: Test = {
  id: "even",
  docs: {
    summary: "holds for an even number",
    examples: [
      { template: "{{ 3 is even }} {{ 4 is even }} {{ 2.0 is even }}", output: "False True True" },
      { template: "{{ none is even }}", error: "TypeError" },
    ],
  },
  parameters: [],
  check: (call) => equals(remainder(call, 2), 0, call.host.budget),
};

/** `is divisibleby(n)`. */
export const divisibleby: Test = {
  id: "divisibleby",
  docs: {
    summary: "holds for a number that another one divides",
    examples: [
      { template: "{{ 9 is divisibleby 3 }} {{ 9 is divisibleby(4) }}", output: "True False" },
      { template: "{{ 1 is divisibleby 0 }}", error: "ZeroDivisionError" },
      { template: "{{ 1 is divisibleby }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "num" }],
  check: (call) => equals(remainder(call, call.argument("num")), 0, call.host.budget),
};
