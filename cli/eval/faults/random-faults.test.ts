import { expect, test } from "vitest";
import {
  attemptsIn,
  expectWhole,
  faultyModels,
  faultyProject,
  requestsPerCase,
} from "../../testing/faulty-provider.ts";
import { randomFaults } from "../../testing/random-faults.ts";

const cases = 60;

test.each(faultyModels)("of faults in three of ten requests %s shows nothing", async (model) => {
  using project = faultyProject(cases);
  const ended = await project.run(model, randomFaults(7, 0.3), ["-j", "8", "--max-retries", "15"]);
  expectWhole(project, ended);
  expect(ended.exit, ended.stderr).toBe(0);
  expect(ended.summary?.counts).toMatchObject({ pass: cases });
  const attempts = attemptsIn(project.journal());
  expect(attempts).toHaveLength(cases * requestsPerCase);
  // None was sent that is not told.
  expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(ended.stats.requests);
  expect(ended.stats.requests).toBeGreaterThan(attempts.length * 1.2);
});

test.each(faultyModels)(
  "what %s loses at six attempts is not the agent's, and goes on from there",
  async (model) => {
    const some = cases / 2;
    using project = faultyProject(some);
    // One at a time, so that the same requests fail each time; more of them than all calls survive.
    const ended = await project.run(model, randomFaults(7, 0.6), ["-j", "1"]);
    expectWhole(project, ended);
    expect(ended.exit).toBe(3);
    const { pass, infra_error: lost, ...others } = ended.summary?.counts ?? {};
    expect(Object.values(others).every((count) => count === 0)).toBe(true);
    expect(pass).toBeGreaterThan(some / 2);
    expect(lost).toBeGreaterThan(0);
    for (const { outcome, trials } of ended.summary?.cases ?? []) {
      if (outcome !== "pass") expect(trials[0]?.reason).toContain("(6 attempts)");
    }
    const [run = ""] = project.runs();
    const resumed = await project.run(model, () => undefined, ["--resume", run]);
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(resumed.summary?.counts).toMatchObject({ pass: some });
    // Those that had passed are not asked again.
    expect(resumed.stats.requests).toBe(Number(lost) * requestsPerCase);
  },
);
