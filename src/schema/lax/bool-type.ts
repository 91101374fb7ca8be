import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { accepted, exact, lax, type LaxType, refused } from "./lax-type.ts";

const words: ReadonlyMap<string, boolean> = new Map([
  ...["1", "true", "t", "yes", "y", "on"].map((word) => [word, true] as const),
  ...["0", "false", "f", "no", "n", "off"].map((word) => [word, false] as const),
]);

/** `bool`: also 0 and 1, and the words for it. */
export const boolType: LaxType = {
  name: "bool",
  check(input) {
    if (typeof input === "boolean") return accepted(input, exact);
    const readable = asText(input);
    if (readable === undefined) {
      return refused("bool_type", "Input should be a valid boolean", input);
    }
    const value = words.get(readable);
    if (value !== undefined) return accepted(value, lax);
    const message = "Input should be a valid boolean, unable to interpret input";
    return refused("bool_parsing", message, input);
  },
};

/** Of what could be a boolean at all: text, ints of 64 bits, floats that are such ints. */
function asText(input: PyValue): string | undefined {
  if (typeof input === "string") return input.toLowerCase();
  const number = input instanceof PyFloat ? input.value : input;
  if (typeof number === "bigint") {
    return BigInt.asIntN(64, number) === number ? String(number) : undefined;
  }
  if (typeof number !== "number" || !Number.isInteger(number)) return undefined;
  return Math.abs(number) < 2 ** 63 ? String(number === 0 ? 0 : number) : undefined;
}
