import * as fc from "fast-check";
import { expect, test } from "vitest";
import { hostileText, outcomeOf } from "./never-throws.test.ts";

test("a hundred thousand files, none of which takes a second", () => {
  let slowest = 0;
  fc.assert(
    fc.property(hostileText, (text) => {
      const { user } = process.cpuUsage();
      const outcome = outcomeOf(text);
      slowest = Math.max(slowest, (process.cpuUsage().user - user) / 1_000);
      return typeof outcome === "string";
    }),
    { seed: 11, numRuns: 100_000 },
  );
  expect(slowest).toBeLessThan(1_000);
});
