import { expect, test } from "vitest";
import { killRuns } from "../../testing/kill-runs.ts";

test("killed at 200 moments, runs go on to what they would have come to, and nothing is done twice", async () => {
  const chains = await Promise.all([11, 12].map((seed) => killRuns(100, seed)));
  const sum = (key: "kills" | "runs" | "resumed" | "torn"): number =>
    chains.reduce((all, chain) => all + chain[key], 0);
  process.stdout.write(
    `${sum("kills")} kills, ${sum("runs")} runs, resumed ${sum("resumed")} times, ${sum("torn")} torn ends\n`,
  );
  expect(chains.flatMap(({ faults }) => faults)).toEqual([]);
  expect(sum("kills")).toBe(200);
});
