/** Beyond this many places every double has only zeros, so that no caller can ask for work. */
const maxPlaces = 1100;

/**
 * A finite double with so many places after the point, rounded from its exact value and to even on
 * a tie, as C and Python do it; JavaScript's own `toFixed` rounds ties up and stops at 100 places.
 * Negative places round before the point.
 */
export function toFixedText(value: number, places: number): string {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const exact = Math.min(places, maxPlaces);
  const digits = scaledDigits(Math.abs(value), exact);
  if (exact <= 0) return sign + (digits === "0" ? "0" : digits + "0".repeat(-exact));
  const padded = digits.padStart(exact + 1, "0");
  const fraction = padded.slice(-exact).padEnd(places, "0");
  return `${sign}${padded.slice(0, -exact)}.${fraction}`;
}

/** A number as digits and a power of ten. */
export interface Scientific {
  readonly sign: "" | "-";
  /** The first is not zero, unless the value is. */
  readonly digits: string;
  /** Of the first digit. */
  readonly exponent: number;
}

/** A finite double to so many significant digits, rounded as {@link toFixedText} does. */
export function toScientific(value: number, count: number): Scientific {
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === 0) return { sign, digits: "0".repeat(count), exponent: 0 };
  const exact = Math.min(count, maxPlaces);
  let exponent = Number(magnitude.toExponential().split("e")[1]);
  let digits = scaledDigits(magnitude, exact - 1 - exponent);
  if (digits.length > exact) {
    exponent += 1;
    digits = digits.slice(0, exact);
  }
  return { sign, digits: digits.padEnd(count, "0"), exponent };
}

/** The digits of `magnitude * 10 ** places`, rounded to a whole number. */
function scaledDigits(magnitude: number, places: number): string {
  const { mantissa, exponent } = partsOf(magnitude);
  let numerator = mantissa << BigInt(Math.max(0, exponent));
  let denominator = 1n << BigInt(Math.max(0, -exponent));
  if (places > 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-Math.max(places, -maxPlaces));
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  return (up ? quotient + 1n : quotient).toString();
}

/** A double as a whole number times a power of two. */
function partsOf(magnitude: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, magnitude);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | 0x10_0000_0000_0000n, exponent: biased - 1075 };
}
