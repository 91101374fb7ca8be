import * as fc from "fast-check";
import { expect, test } from "vitest";
import { oddProblems, yamlText } from "./fuzz.test.ts";

test("a hundred thousand texts, none of which takes a second", () => {
  let slowest = 0;
  fc.assert(
    fc.property(yamlText, (text) => {
      const start = performance.now();
      const odd = oddProblems(text);
      slowest = Math.max(slowest, performance.now() - start);
      return odd.length === 0;
    }),
    { numRuns: 100_000 },
  );
  expect(slowest).toBeLessThan(1000);
});
