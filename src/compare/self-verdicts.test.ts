import { expect, test } from "vitest";
import { selfVerdicts } from "../../fixtures/compare/self-verdicts.ts";
import { seededRandom } from "../platform/index.ts";

// A sample; the soak beside runs 1,000.
const runs = 200;
const bar = runs * 0.05 + 2 * Math.sqrt(runs * 0.05 * 0.95);

test.each([30, 100])(
  "of a system and itself, over %i cases, verdicts are wrong at most as often as said",
  (cases) => {
    const alarms = selfVerdicts({ runs, cases, random: seededRandom(cases + 2) });
    expect([...alarms.keys()].toSorted()).toEqual([
      "exit 1",
      "latency",
      "pass_rate",
      "score.tone",
      "tokens",
      "tool_calls",
    ]);
    for (const [name, count] of alarms) {
      expect.soft(count, name).toBeLessThanOrEqual(bar);
      // None at all would be a test that never sees anything.
      expect.soft(count, name).toBeGreaterThan(0);
    }
  },
);
