import { InvalidArgumentError } from "commander";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads `90s`, `10m` or `1h` as milliseconds. */
export function readDuration(text: string): number {
  const [, amount = "", unit = ""] = /^(\d{1,6})(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(amount) * (units[unit] ?? 0);
  if (ms === 0) {
    throw new InvalidArgumentError("It must be a number with its unit: 500ms, 90s, 10m or 1h.");
  }
  return ms;
}
