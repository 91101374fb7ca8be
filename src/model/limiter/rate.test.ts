import { expect, test } from "vitest";
import { parseRate } from "./rate.ts";

const good: readonly (readonly [string, string, string, number, number])[] = [
  ["160/8h", "160/8h", "requests", 160, 28_800_000],
  ["50/min", "50/min", "requests", 50, 60_000],
  ["40000 tokens/min", "40000 tokens/min", "tokens", 40_000, 60_000],
  ["1 token / 2 days", "1 tokens/2d", "tokens", 1, 172_800_000],
  [" 5 requests/30s ", "5/30s", "requests", 5, 30_000],
  ["5/1minute", "5/min", "requests", 5, 60_000],
  ["7/2hours", "7/2h", "requests", 7, 7_200_000],
];
const bad = [
  "",
  "50",
  "0/min",
  "-1/min",
  "1.5/min",
  "50/0h",
  "50/week",
  "50 calls/min",
  "min/50",
  "50/min/h",
  "50//min",
  "9999999999/min",
  "50/10000h",
  "constructor/constructor",
];

test.each(good)("%j is %s", (written, text, unit, amount, windowMs) => {
  expect(parseRate(written)).toEqual({ text, unit, amount, windowMs });
});

test.each(bad)("%j is none", (written) => {
  expect(() => parseRate(written)).toThrow(`"${written}" is not a rate`);
});
