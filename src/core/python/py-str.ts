import { pyRepr } from "./py-repr.ts";
import type { PyValue } from "./py-value.ts";

/** Python's `str(value)`: a string as it is, everything else as its repr. */
export function pyStr(value: PyValue): string {
  return typeof value === "string" ? value : pyRepr(value);
}
