import { expect, test } from "vitest";
import { selfVerdicts } from "../../fixtures/compare/self-verdicts.ts";
import { seededRandom } from "../platform/index.ts";

const runs = 1000;
/** 5 % of them and two standard errors of the simulation. */
const bar = 64;

test.each([30, 100])("whole comparisons of a system with itself, 1,000 on %i cases", (cases) => {
  const alarms = [...selfVerdicts({ runs, cases, random: seededRandom(cases) })];
  const counts = alarms.map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`false verdicts of ${runs} at ${cases} cases: ${counts.join(", ")}\n`);
  for (const [name, count] of alarms) expect.soft(count, name).toBeLessThanOrEqual(bar);
});
