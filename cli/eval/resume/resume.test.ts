import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../../src/core/clock.ts";
import { systemClock } from "../../../src/platform/index.ts";
import {
  comparable,
  finishedIn,
  repeatedTrials,
  type ResumableProject,
  resumableProject,
  scriptText,
  suiteText,
} from "../../testing/resumable-project.ts";
import { type ProgramRun, runIn, runWith } from "../../testing/run-in.ts";

const size = { cases: 6, trials: 2, delayMs: 7 } as const;
const evalRun = (project: ResumableProject, ...args: string[]): Promise<ProgramRun> =>
  runIn(project.folder, ["eval", "run", "--no-history", ...args]);

/** Runs a suite and interrupts it while so many trials have been asked for; the last of them finishes. */
async function interrupted(
  project: ResumableProject,
  trials: number,
  args: readonly string[] = ["echo.suite.yml"],
): Promise<ProgramRun> {
  const interruption = new AbortController();
  let asked = 0;
  const clock: Clock = {
    ...systemClock,
    async sleep(ms, signal) {
      // The time that the last trials have: nobody shall wait for its end.
      if (ms > 1000) return systemClock.sleep(ms, signal);
      if (ms === size.delayMs) asked += 1;
      if (asked === trials) interruption.abort();
    },
  };
  return runWith(["eval", "run", "--no-history", "-j", "1", ...args], {
    cwd: project.folder,
    signal: interruption.signal,
    clock,
  });
}

function theRun(project: ResumableProject): string {
  const [run = "", ...others] = project.runs();
  expect(others).toEqual([]);
  return run;
}

async function undisturbed(): Promise<unknown> {
  using project = resumableProject(size);
  await evalRun(project, "echo.suite.yml");
  return comparable(project.summary(theRun(project)));
}

describe("an interrupted run", () => {
  test("says how to go on with it, and comes to the same as if nobody had interrupted it", async () => {
    using project = resumableProject(size);
    const stopped = await interrupted(project, 3);
    const run = theRun(project);
    expect(stopped.exit).toBe(130);
    expect(stopped.stderr.trimEnd().split("\n").at(-1)).toBe(
      `exit 130: interrupted; what was done is kept; go on with: flowproof eval run --resume ${run}`,
    );
    expect(stopped.stderr).toContain(
      "interrupted: 1 trial in flight may finish, for up to 30 s; interrupt again to stop at once\n",
    );
    expect(finishedIn(project.journal(run))).toHaveLength(3);
    const resumed = await evalRun(project, "--resume", run);
    expect(resumed.exit).toBe(1);
    expect(resumed.stderr).toContain(
      `6 cases, 10 trials, 3 of them finished before · scripted model · reports/${run}`,
    );
    expect(resumed.stderr).not.toContain("[1/6]");
    expect(resumed.stderr).toContain("[6/6]");
    const journal = project.journal(run);
    expect(finishedIn(journal)).toHaveLength(10);
    expect(repeatedTrials(journal)).toEqual([]);
    expect(comparable(project.summary(run))).toEqual(await undisturbed());
    expect(theRun(project)).toBe(run);
    expect(readdirSync(join(project.folder, "reports", run)).toSorted()).toEqual([
      "events.jsonl",
      "run.json",
      "summary.json",
    ]);
  });

  test("can be interrupted again, and is the last one without being named", async () => {
    using project = resumableProject(size);
    await interrupted(project, 1);
    const again = await interrupted(project, 3, ["--resume"]);
    expect(again.exit).toBe(130);
    expect((await evalRun(project, "--resume")).exit).toBe(1);
    const run = theRun(project);
    expect(repeatedTrials(project.journal(run))).toEqual([]);
    expect(comparable(project.summary(run))).toEqual(await undisturbed());
  });

  test("in a folder of one's own is named by its path", async () => {
    using project = resumableProject(size);
    const args = ["echo.suite.yml", "--reports", "out/my runs"];
    const stopped = await interrupted(project, 1, args);
    const [id = ""] = readdirSync(join(project.folder, "out/my runs"));
    expect(stopped.stderr).toContain(`--resume 'out/my runs/${id}'`);
    const { exit } = await evalRun(project, "--resume", `out/my runs/${id}`);
    expect(exit).toBe(1);
    expect(existsSync(join(project.folder, "reports"))).toBe(false);
  });

  test("goes on with the flags that it was started with", async () => {
    using project = resumableProject(size);
    project.write("other.script.yml", scriptText(size).replace("hello there", "nowhere"));
    const flags = ["--script", "other.script.yml", "--case", "case-[1-5]", "--seed", "7"];
    await interrupted(project, 1, ["echo.suite.yml", ...flags]);
    const run = theRun(project);
    const { stdout } = await evalRun(project, "--resume", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ run, counts: { pass: 2, fail: 3 } });
    expect(finishedIn(project.journal(run)).at(-1)?.record.answer).toBe("nowhere");
  });
});

describe("another selection", () => {
  const go = async (...args: readonly string[]): Promise<ProgramRun> => {
    using project = resumableProject(size);
    await interrupted(project, 3, ["echo.suite.yml", "--case", "case-[12]"]);
    return await evalRun(project, "--format", "json", ...args, "--resume");
  };

  test("may not leave out what is finished", async () => {
    const { exit, stderr } = await go("--case", "case-3");
    expect(exit).toBe(2);
    expect(stderr).toContain("error[CLI_USAGE]: this selection leaves out 3 finished trials of");
    expect(stderr).toContain("hint: go on with --resume alone");
  });

  test("may be wider", async () => {
    const { stdout } = await go("--case", "case-[1-4]");
    expect(JSON.parse(stdout).cases).toHaveLength(4);
  });
});

test("a run that was out of time goes on with time of its own", async () => {
  using project = resumableProject({ ...size, delayMs: 700 });
  let time = 0;
  const clock: Clock = {
    ...systemClock,
    monotonic: () => time,
    async sleep(ms, signal) {
      if (ms > 1000) return systemClock.sleep(ms, signal);
      time += ms;
    },
  };
  const world = { cwd: project.folder, clock };
  const flags = ["eval", "run", "--no-history", "-j", "1"];
  const stopped = await runWith([...flags, "echo.suite.yml", "--max-time", "2s"], world);
  const run = theRun(project);
  expect(stopped.exit).toBe(4);
  expect(stopped.stderr.trimEnd()).toMatch(new RegExp(`--resume ${run}$`));
  expect(finishedIn(project.journal(run))).toHaveLength(3);
  expect(await runWith([...flags, "--resume", "--max-time", "2s"], world)).toMatchObject({
    exit: 4,
  });
  expect(finishedIn(project.journal(run))).toHaveLength(6);
  expect(await runWith([...flags, "--resume"], world)).toMatchObject({ exit: 1 });
  expect(repeatedTrials(project.journal(run))).toEqual([]);
  expect(comparable(project.summary(run))).toEqual(await undisturbed());
});

test("a run that is done is reported again, and nobody is asked", async () => {
  using project = resumableProject(size);
  const first = await evalRun(project, "echo.suite.yml", "--format", "json");
  const second = await evalRun(project, "--resume", "--format", "json");
  expect(second).toMatchObject({ exit: 1, stdout: first.stdout });
  expect(finishedIn(project.journal(theRun(project)))).toHaveLength(10);
});

test("a case that changed is run again, a new one is run, one that is gone is left out", async () => {
  using project = resumableProject({ cases: 3, trials: 1 });
  await evalRun(project, "echo.suite.yml");
  const run = theRun(project);
  project.write(
    "echo.suite.yml",
    suiteText({ cases: 4, trials: 1 })
      .replace("Greet 0", "Welcome 0")
      .replace(/^.*case-1,.*\n/m, ""),
  );
  const { stderr } = await evalRun(project, "--resume");
  expect(stderr).toContain("echo › case-0 is run again: its case, suite, flow or models changed");
  expect(stderr).toContain("echo › case-3 is new: it is run");
  expect(stderr).toContain("echo › case-1 is left out");
  const { cases } = project.summary(run);
  expect(cases.map((each) => [each.case, each.outcome])).toEqual([
    ["case-0", "pass"],
    ["case-2", "fail"],
    ["case-3", "pass"],
  ]);
  const ran = finishedIn(project.journal(run)).map((event) => event.case);
  expect(ran).toEqual(["case-0", "case-1", "case-2", "case-0", "case-3"]);
  const runJson = readFileSync(join(project.folder, "reports", run, "run.json"), "utf8");
  expect(runJson).toContain("case-3");
});

test("what the provider failed to do is done again, all else is not", async () => {
  using project = resumableProject({ cases: 4, trials: 1 });
  await evalRun(project, "echo.suite.yml");
  const run = theRun(project);
  const path = `reports/${run}/events.jsonl`;
  const other = project.journal(run).map((event) => {
    if (event.type !== "trial_finished") return event;
    const outcome = { "case-0": "infra_error", "case-1": "judge_error" }[event.case];
    return { ...event, record: { ...event.record, outcome: outcome ?? event.record.outcome } };
  });
  project.write(path, other.map((event) => `${JSON.stringify(event)}\n`).join(""));
  const { stderr } = await evalRun(project, "--resume");
  expect(stderr).toContain("note: 1 trial that ended in infra_error is run again\n");
  const outcomes = project.summary(run).cases.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["pass", "judge_error", "fail", "pass"]);
  const ran = finishedIn(project.journal(run)).map((event) => event.case);
  expect(ran).toEqual(["case-0", "case-1", "case-2", "case-3", "case-0"]);
  const resumed = project.journal(run).find((event) => event.type === "run_resumed");
  expect(resumed).toMatchObject({
    repeated: [{ suite: "echo", case: "case-0", target: "default", trial: 0, why: "infra_error" }],
  });
});

describe("a folder that a run left", () => {
  async function stoppedRun(project: ResumableProject): Promise<string> {
    await interrupted(project, 2);
    return join(project.folder, "reports", theRun(project), "events.jsonl");
  }

  test("with a torn end is gone on with, and the end is moved aside", async () => {
    using project = resumableProject(size);
    const journal = await stoppedRun(project);
    appendFileSync(journal, '{"type":"trial_finished","suite":"ec');
    const { exit, stderr } = await evalRun(project, "--resume");
    expect(exit).toBe(1);
    expect(stderr).toContain(
      "note: the journal ended in 36 bytes that cannot be read: they are in events.jsonl.corrupt",
    );
    expect(readFileSync(`${journal}.corrupt`, "utf8")).toBe('{"type":"trial_finished","suite":"ec');
    expect(comparable(project.summary(theRun(project)))).toEqual(await undisturbed());
  });

  test("with a broken line in the middle is refused, and the line is named", async () => {
    using project = resumableProject(size);
    const journal = await stoppedRun(project);
    const lines = readFileSync(journal, "utf8").split("\n");
    writeFileSync(journal, lines.with(3, "{").join("\n"));
    const { exit, stderr } = await evalRun(project, "--resume");
    expect(exit).toBe(2);
    expect(stderr).toContain(`error[JSONL_BROKEN]: ${journal}:4: `);
    expect(readdirSync(join(journal, ".."))).not.toContain("run.lock");
  });

  test("of another version is refused", async () => {
    using project = resumableProject(size);
    const journal = await stoppedRun(project);
    const text = readFileSync(journal, "utf8");
    writeFileSync(journal, text.replace('"schemaVersion":1', '"schemaVersion":9'));
    expect(await evalRun(project, "--resume")).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("the journal is of version 9"),
    });
  });

  test("where somebody is at work is refused, and who is said", async () => {
    using project = resumableProject(size);
    const folder = join(await stoppedRun(project), "..");
    const holder = { pid: 1, host: "elsewhere", at: "2026-01-01T00:00:00.000Z", token: "t" };
    writeFileSync(join(folder, "run.lock"), JSON.stringify(holder));
    const before = readFileSync(join(folder, "events.jsonl"), "utf8");
    const { exit, stderr } = await evalRun(project, "--resume");
    expect(exit).toBe(2);
    expect(stderr).toContain("is locked by pid 1 on host elsewhere since 2026-01-01T00:00:00.000Z");
    expect(readFileSync(join(folder, "events.jsonl"), "utf8")).toBe(before);
  });

  test("is gone on with by one of two at the same time", async () => {
    using project = resumableProject(size);
    await stoppedRun(project);
    const both = await Promise.all([evalRun(project, "--resume"), evalRun(project, "--resume")]);
    const exits = both.map(({ exit }) => exit).toSorted((a, b) => a - b);
    // The second may also come when the first is done.
    expect([
      [1, 2],
      [1, 1],
    ]).toContainEqual(exits);
    expect(repeatedTrials(project.journal(theRun(project)))).toEqual([]);
    expect(comparable(project.summary(theRun(project)))).toEqual(await undisturbed());
  });
});

describe("flags", () => {
  test.each([
    ["--record", "a.json"],
    ["--dry-run"],
    ["--rerun", "failed"],
    ["--changed-since", "x"],
  ])("%s does not go together with --resume", async (...flags) => {
    using project = resumableProject(size);
    const { exit, stderr } = await evalRun(project, "--resume", "latest", ...flags);
    expect(exit).toBe(2);
    expect(stderr).toContain(`error[CLI_USAGE]: --resume and ${flags[0]} do not go together`);
  });

  test("a run that is not there", async () => {
    using project = resumableProject(size);
    expect(await evalRun(project, "--resume", "20260101-000000-abcdef")).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("error[RECORD_NOT_FOUND]"),
    });
  });

  test("what was not kept, because it held a secret, is asked for again", async () => {
    using project = resumableProject(size);
    const token = "zq81-correct-horse-battery";
    const args = ["echo.suite.yml", "--base-url", `http://localhost/${token}`];
    await runIn(project.folder, ["eval", "run", "--no-history", ...args], { API_TOKEN: token });
    const folder = join(project.folder, "reports", theRun(project));
    for (const name of ["events.jsonl", "run.json"]) {
      expect(readFileSync(join(folder, name), "utf8")).not.toContain(token);
    }
    const refused = await evalRun(project, "--resume");
    expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining("was not kept") });
    const { exit } = await evalRun(
      project,
      "--resume",
      "latest",
      "--base-url",
      "http://localhost/",
    );
    expect(exit).toBe(1);
  });
});
