import { PyFloat } from "../../../core/python/py-float.ts";
import type { Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { numberOf } from "../values/equals.ts";
import { toInt } from "../values/int-text.ts";
import { isIndex } from "../values/kinds.ts";
import { typeNameOf } from "../values/type-name.ts";

/** `value|abs`. */
export const abs: Filter = {
  id: "abs",
  docs: {
    summary: "gives a number without its sign",
    examples: [
      { template: "{{ -3|abs }} {{ -2.5|abs }} {{ true|abs }}", output: "3 2.5 1" },
      { template: "{{ 'a'|abs }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply({ input }) {
    if (input instanceof PyFloat) return new PyFloat(Math.abs(input.value));
    if (!isIndex(input))
      return raise("TypeError", `bad operand type for abs(): '${typeNameOf(input)}'`);
    const int = BigInt(numberOf(input));
    return toInt(int < 0n ? -int : int);
  },
};
