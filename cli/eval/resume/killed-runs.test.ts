import { expect, test } from "vitest";
import { killRuns } from "../../testing/kill-runs.ts";

test("killed at ten moments, runs go on to what they would have come to, and nothing is done twice", async () => {
  const chains = await Promise.all([1, 2].map((seed) => killRuns(5, seed)));
  expect(chains.flatMap(({ faults }) => faults)).toEqual([]);
  expect(chains.map(({ kills }) => kills)).toEqual([5, 5]);
  // A kill that leaves nothing to go on with would show nothing.
  expect(Math.min(...chains.map(({ resumed }) => resumed))).toBeGreaterThan(1);
}, 600_000);
