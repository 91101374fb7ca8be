import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { trim } from "./int-type.ts";
import { accepted, type Checked, exact, lax, type LaxType, refused, strict } from "./lax-type.ts";
import { brokenBound, isBounded, type NumberBounds } from "./number-bounds.ts";

/** `float`: also ints, booleans, and text that says a number. */
export function floatType(bounds: NumberBounds): LaxType {
  return {
    name: isBounded(bounds) ? "constrained-float" : "float",
    check(input) {
      const checked = toFloat(input);
      if (!checked.ok) return checked;
      return brokenBound(checked.value.value, bounds, input) ?? checked;
    },
  };
}

function toFloat(input: PyValue): Checked<PyFloat> {
  if (input instanceof PyFloat) return accepted(input, exact);
  if (typeof input === "boolean") return accepted(new PyFloat(Number(input)), lax);
  if (typeof input === "number" || typeof input === "bigint") {
    const value = Number(input);
    if (Number.isFinite(value)) return accepted(new PyFloat(value), strict);
  }
  if (typeof input === "string") return fromText(input);
  return refused("float_type", "Input should be a valid number", input);
}

function fromText(input: string): Checked<PyFloat> {
  const text = trim(input);
  const word = /^([-+]?)(inf|infinity|nan)$/i.exec(text);
  if (word !== null) {
    const magnitude = word[2]?.toLowerCase() === "nan" ? Number.NaN : Infinity;
    return accepted(new PyFloat(word[1] === "-" ? -magnitude : magnitude), lax);
  }
  const digits = text.replaceAll(/(?<=[0-9])_(?=[0-9])/g, "");
  if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(digits)) {
    return accepted(new PyFloat(Number(digits)), lax);
  }
  const message = "Input should be a valid number, unable to parse string as a number";
  return refused("float_parsing", message, input);
}
