import { expect, test } from "vitest";
import { seededRandom } from "../../platform/index.ts";
import { selfComparisons } from "./testing/self-comparisons.ts";

// A sample; the soak beside runs 1,000.
const runs = 200;
const bar = runs * 0.05 + 2 * Math.sqrt(runs * 0.05 * 0.95);

test.each([30, 100])(
  "a system against itself on %i cases alarms at most as often as said",
  (cases) => {
    const alarms = selfComparisons({ runs, cases, random: seededRandom(cases) });
    for (const [method, count] of Object.entries(alarms)) {
      expect.soft(count, method).toBeLessThanOrEqual(bar);
      // None at all would be a test that never sees anything.
      expect.soft(count, method).toBeGreaterThan(0);
    }
  },
);
