import { expect, test } from "vitest";
import { seededRandom } from "../../platform/index.ts";
import { selfComparisons } from "./testing/self-comparisons.ts";

const runs = 1000;
/** 5 % of them and two standard errors of the simulation. */
const bar = 64;

test.each([30, 100])("a system against itself, 1,000 times on %i cases", (cases) => {
  const alarms = selfComparisons({ runs, cases, random: seededRandom(cases) });
  const counts = Object.entries(alarms).map(([method, count]) => `${method} ${count}`);
  process.stdout.write(`false alarms of ${runs} at ${cases} cases: ${counts.join(", ")}\n`);
  for (const [method, count] of Object.entries(alarms)) {
    expect.soft(count, method).toBeLessThanOrEqual(bar);
  }
});
