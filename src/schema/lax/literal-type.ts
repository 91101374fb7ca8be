import { pyEquals } from "../../core/python/py-equals.ts";
import { pyRepr } from "../../core/python/py-repr.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { tooLarge } from "./int-type.ts";
import { accepted, exact, type LaxType, refused } from "./lax-type.ts";

/** `Literal[…]`: one of these values, as Python compares them. */
export function literalType(values: readonly PyValue[]): LaxType {
  const names = values.map(pyRepr);
  const ofInts = values.some((value) => typeof value === "number");
  return {
    name: `literal[${names.join(",")}]`,
    check(input) {
      const same = values.find((value) => typeof value === typeof input && pyEquals(value, input));
      const equal = same === undefined ? values.findLast((value) => pyEquals(value, input)) : same;
      if (equal !== undefined) return accepted(equal, exact);
      if (ofInts && isHuge(input)) return tooLarge(input);
      return refused("literal_error", `Input should be ${listed(names)}`, input);
    },
  };
}

/** Pydantic looks an int up as one of 64 bits. */
function isHuge(input: PyValue): boolean {
  return typeof input === "bigint" && BigInt.asIntN(64, input) !== input;
}

function listed(names: readonly string[]): string {
  const [last = "", ...before] = names.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(", ")} or ${last}`;
}
