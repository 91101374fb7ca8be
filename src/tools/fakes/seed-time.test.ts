import { expect, test } from "vitest";
import { seedTime } from "./seed-time.ts";

test.each<[text: string, ms: number | undefined]>([
  ["1970-01-02", 86_400_000],
  ["1970-01-01T00:00:01Z", 1000],
  ["1970-01-01 00:00:01Z", 1000],
  ["1970-01-01T01:00:00.5+01:00", 500],
  ["1970-01-01T00:01Z", 60_000],
  ["1970-01-01T00:00:01", undefined],
  ["1970-13-01", undefined],
  ["Jan 5 2026", undefined],
  ["5", undefined],
  ["+275760-09-13T00:00:00Z", undefined],
  ["", undefined],
])("%s", (text, ms) => {
  expect(seedTime(text)).toBe(ms);
});
