import * as fc from "fast-check";
import { expect, test } from "vitest";
import { brokenText, isReadAlike } from "./quick-root.test.ts";

test("of three hundred thousand broken texts, none is read otherwise than by the library", () => {
  const runs = fc.check(fc.property(brokenText, isReadAlike), { numRuns: 300_000 });
  expect(runs.counterexample).toBeNull();
});
