import { expect, test } from "vitest";
import {
  attemptsIn,
  expectWhole,
  faultyModels,
  faultyProject,
  requestsPerCase,
} from "../../testing/faulty-provider.ts";
import { randomFaults } from "../../testing/random-faults.ts";

const cases = 2000;

test.each(faultyModels)(
  "of faults in three of ten requests of %s no case is lost in a long run",
  async (model) => {
    using project = faultyProject(cases);
    const flags = ["-j", "20", "--max-retries", "15"];
    const ended = await project.run(model, randomFaults(11, 0.3), flags);
    expectWhole(project, ended);
    expect(ended.summary?.cases.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
    expect(ended.exit).toBe(0);
    const attempts = attemptsIn(project.journal());
    expect(attempts).toHaveLength(cases * requestsPerCase);
    expect(attempts.reduce((sum, each) => sum + each, 0)).toBe(ended.stats.requests);
  },
);

test.each(faultyModels)(
  "with six attempts %s loses as few calls as chance says, and a resumed run has them all",
  async (model) => {
    using project = faultyProject(cases);
    const ended = await project.run(model, randomFaults(13, 0.3), ["-j", "20"]);
    expectWhole(project, ended);
    const { pass = 0, infra_error: lost = 0 } = ended.summary?.counts ?? {};
    expect(pass + lost).toBe(cases);
    // 6,000 calls, each lost with a chance of 0.3⁶: four or five are expected.
    expect(lost).toBeLessThanOrEqual(16);
    const [run = ""] = project.runs();
    const resumed = await project.run(model, () => undefined, ["--resume", run]);
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(resumed.summary?.counts).toMatchObject({ pass: cases });
    expect(resumed.stats.requests).toBe(lost * requestsPerCase);
  },
);
