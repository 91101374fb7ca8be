import { expect, test } from "vitest";
import {
  finishedIn,
  repeatedTrials,
  type ResumableProject,
  resumableProject,
} from "../../testing/resumable-project.ts";
import { runIn } from "../../testing/run-in.ts";
import { programCommand, startCommand } from "../../testing/start-program.ts";

const args = ["eval", "run", "--no-history", "-j", "2"];
const lookMs = 10;

/** Waits for something that a process does. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, lookMs));
}

function eventsIn(project: ResumableProject, type: string): number {
  try {
    const [run = ""] = project.runs();
    return project.journal(run).filter((event) => event.type === type).length;
  } catch {
    // Not there yet, or its last line is being written.
    return 0;
  }
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "one %s lets what is in flight finish, and starts nothing new",
  async (signal) => {
    using project = resumableProject({ cases: 9, trials: 1, delayMs: 1000 });
    const program = startCommand([...programCommand, ...args, "echo.suite.yml"], project.folder);
    // Some are finished, and two are in flight for as long as a reply takes.
    await until(() => eventsIn(project, "trial_started") === 4);
    program.child.kill(signal);
    const { exit, output } = await program.ended;
    const [run = ""] = project.runs();
    expect(exit).toBe(130);
    expect(output).toContain("in flight may finish, for up to 30 s");
    expect(output.trimEnd().split("\n").at(-1)).toContain(`flowproof eval run --resume ${run}`);
    const journal = project.journal(run);
    expect(journal.at(-1)).toMatchObject({ type: "run_finished", reason: "interrupted" });
    const finished = finishedIn(journal).length;
    expect(journal.filter(({ type }) => type === "trial_started")).toHaveLength(finished);
    expect(finished).toBeLessThan(9);
    expect(project.summary(run).exitCode).toBe(130);
    const { exit: resumed } = await runIn(project.folder, [...args, "--resume"]);
    expect(resumed).toBe(1);
    expect(repeatedTrials(project.journal(run))).toEqual([]);
    expect(finishedIn(project.journal(run))).toHaveLength(9);
  },
  600_000,
);

test("a second signal stops at once, and leaves a journal to go on from", async () => {
  // Nobody could wait for what is in flight.
  using project = resumableProject({ cases: 3, trials: 1, delayMs: 600_000 });
  const program = startCommand([...programCommand, ...args, "echo.suite.yml"], project.folder);
  await until(() => eventsIn(project, "trial_started") === 2);
  program.child.kill("SIGINT");
  await until(() => program.output().includes("interrupted: 2 trials in flight"));
  program.child.kill("SIGTERM");
  const { exit, signal } = await program.ended;
  expect([exit, signal]).toEqual([130, null]);
  const [run = ""] = project.runs();
  const types = project.journal(run).map(({ type }) => type);
  // The time that the trials in flight had was not over.
  expect(types).not.toContain("run_finished");
  expect(types).not.toContain("trial_finished");
  // The clock of the test waits for nothing: the same trials come to an end now.
  const { exit: resumed } = await runIn(project.folder, [...args, "--resume", run]);
  expect(resumed).toBe(1);
  expect(finishedIn(project.journal(run))).toHaveLength(3);
}, 600_000);
