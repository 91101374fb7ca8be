import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Summary } from "../../../src/report/index.ts";
import { judgedProject, type JudgedProject } from "../../testing/judged-project.ts";
import { runIn } from "../../testing/run-in.ts";

const script = `script: words
replies:
  - { when: { user: good }, turns: [{ text: "yes" }] }
  - { when: { user: bad }, turns: [{ text: "no" }] }
  - { when: { user: broken }, turns: [{ fault: { status: 529 } }] }
`;
const pirate = "flow: foundational_pirate_agent, version: ^1.0.0";

/** A suite of so many cases that the script answers well, badly, or not at all. */
function suiteOf(
  gates: string,
  asks: Readonly<Record<string, number>>,
  target = `target: { ${pirate} }`,
): string {
  const cases = Object.entries(asks).flatMap(([ask, count]) =>
    Array.from(
      { length: count },
      (_, index) => `  - { id: ${ask}-${index}, ask: ${ask}, expect: [answer: { word: "yes" }] }`,
    ),
  );
  return `suite: words\n${target}\nscript: words.script.yml\n${gates}\ncases:\n${cases.join("\n")}\n`;
}

function projectOf(suite: string): JudgedProject {
  return judgedProject({ "words.suite.yml": suite, "words.script.yml": script });
}

async function run({ folder }: JudgedProject, ...args: readonly string[]) {
  const said = await runIn(folder, [
    "eval",
    "run",
    "words.suite.yml",
    "--no-history",
    "--format",
    "json",
    ...args,
  ]);
  const summary: Summary | undefined = said.stdout === "" ? undefined : JSON.parse(said.stdout);
  const gates = summary?.gates?.map(
    (each) => `${each.target} ${each.metric}.${each.rule}=${each.bound} ${each.outcome}`,
  );
  return { ...said, summary, gates };
}

describe("gates of a suite", () => {
  const rate = "gates: { pass_rate: { at_least: 0.6 } }";

  test.each<[string, Readonly<Record<string, number>>, number, string]>([
    ["decide, and not every case", { good: 12, bad: 1 }, 0, ""],
    ["fail", { good: 1, bad: 12 }, 1, "exit 1: 1 of 1 gate failed"],
    [
      "are undecided for want of cases",
      { good: 4, bad: 2 },
      0,
      "exit 0: 1 of 1 gate undecided; with --strict it would be 3",
    ],
    [
      "are open where the provider failed",
      { good: 4, broken: 4 },
      3,
      "exit 3: cannot tell: the provider or the judge failed too often",
    ],
  ])("%s", async (_, asks, exit, reason) => {
    using project = projectOf(suiteOf(rate, asks));
    const said = await run(project);
    expect(said.exit).toBe(exit);
    expect(said.summary?.exitCode).toBe(exit);
    if (reason === "") expect(said.stderr).not.toContain("exit");
    else expect(said.stderr).toContain(reason);
  });

  test("undecided is 3 under --strict, also for whoever reads the run later", async () => {
    using project = projectOf(suiteOf(rate, { good: 4, bad: 2 }));
    const { exit, stderr, summary } = await run(project, "--strict");
    expect(exit).toBe(3);
    expect(stderr).toContain(
      "exit 3: cannot tell: 1 of 1 gate undecided, and --strict asks for more",
    );
    expect(summary).toMatchObject({ gate: "undecided", exitCode: 3, strict: true });
  });

  test("one target against another of the same run", async () => {
    const two = `targets: { old: { ${pirate} }, new: { ${pirate} } }`;
    const gates = "gates: { against: old, pass_rate: { not_worse_than: 0.4, at_least: 0.6 } }";
    using project = projectOf(suiteOf(gates, { good: 12 }, two));
    const said = await run(project);
    expect(said.exit).toBe(0);
    expect(said.gates).toEqual([
      "new pass_rate.not_worse_than=0.4 pass",
      "new pass_rate.at_least=0.6 pass",
    ]);
  });

  test("what is wrong with them is found by validate, and stops a run", async () => {
    using project = projectOf(suiteOf("gates: { pass_rat: { at_least: 0.6 } }", { good: 1 }));
    for (const command of ["validate", "run"]) {
      const { exit, stdout, stderr } = await runIn(project.folder, [
        "eval",
        command,
        "words.suite.yml",
      ]);
      expect(exit).toBe(command === "run" ? 2 : 1);
      expect(stdout + stderr).toContain('unknown key "pass_rat"');
    }
  });
});

describe("gates of the command line", () => {
  test("are added, and override those of the suite", async () => {
    using project = projectOf(
      suiteOf("gates: { pass_rate: { at_least: 0.99 } }", { good: 12, bad: 2 }),
    );
    const { gates, exit } = await run(
      project,
      "--gate",
      "pass_rate.at_least=0.5",
      "--gate",
      "cost.ratio_at_most=2",
    );
    expect(gates).toEqual([
      "default pass_rate.at_least=0.5 pass",
      "default cost.ratio_at_most=2 undecided",
    ]);
    expect(exit).toBe(0);
  });

  test("a wrong one is said before anything is read", async () => {
    using project = projectOf("nonsense");
    const { exit, stderr } = await run(project, "--gate", "pass_rate.at_last=0.5");
    expect(exit).toBe(2);
    expect(stderr).toContain("error[COMPARE_GATE_INVALID]");
    expect(stderr).toContain('did you mean "at_least"?');
  });

  test("one on grades that nobody gives is refused", async () => {
    using project = projectOf(suiteOf("", { good: 1 }));
    const { exit, stderr } = await run(project, "--gate", "score.tone.at_least=3");
    expect(exit).toBe(2);
    expect(stderr).toContain(
      'error[COMPARE_GATE_INVALID]: gate "score.tone": no case is graded by a rubric "tone"',
    );
  });

  test("are kept for whoever goes on with the run, and for who judges it again", async () => {
    using project = projectOf(suiteOf("", { good: 12, broken: 1 }));
    const judged = ["--gate", "pass_rate.at_least=0.5", "--strict"];
    expect((await run(project, ...judged)).gates).toEqual(["default pass_rate.at_least=0.5 pass"]);
    project.write("words.script.yml", script.replace("fault: { status: 529 }", 'text: "no"'));
    const again = await run(project, "--resume");
    expect(again.summary?.counts).toMatchObject({ pass: 12, fail: 1 });
    expect(again.summary).toMatchObject({ exitCode: 0, strict: true });
    expect(again.gates).toEqual(["default pass_rate.at_least=0.5 pass"]);
    const other = await run(project, "--resume", "--gate", "pass_rate.at_least=0.99");
    expect(other.gates).toEqual(["default pass_rate.at_least=0.99 fail"]);
    expect(other.exit).toBe(1);
  });
});

test("a run that is judged again keeps its gates", async () => {
  using project = judgedProject();
  const args = [
    "eval",
    "run",
    "words.suite.yml",
    "--no-history",
    "--gate",
    "pass_rate.at_least=0.9",
  ];
  expect((await runIn(project.folder, args)).exit).toBe(0);
  const { exit, stdout } = await runIn(project.folder, [
    "eval",
    "rescore",
    "latest",
    "--format",
    "json",
  ]);
  const summary: Summary = JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(summary.gates?.map(({ bound, outcome }) => [bound, outcome])).toEqual([
    [0.9, "undecided"],
  ]);
});

describe("a baseline", () => {
  const gates = "gates: { pass_rate: { not_worse_than: 0.4 } }";

  test("beside the suite is found, and kept with the run", async () => {
    using project = projectOf(suiteOf(gates, { good: 12 }));
    const before = await run(project);
    expect(before.gates).toEqual(["default pass_rate.not_worse_than=0.4 undecided"]);
    expect(before.exit).toBe(0);
    await runIn(project.folder, ["eval", "baseline", "accept"]);
    const after = await run(project);
    expect(after.gates).toEqual(["default pass_rate.not_worse_than=0.4 pass"]);
    expect(after.summary?.gates?.[0]?.against).toBe("words.baseline.json");
    const started: unknown = JSON.parse(
      readFileSync(join(project.folder, "reports", after.summary?.run ?? "", "run.json"), "utf8"),
    );
    expect(started).toMatchObject({ suites: [{ baseline: { file: "words.baseline.json" } }] });
  });

  test("by its name; what gets worse fails", async () => {
    using project = projectOf(suiteOf(gates, { good: 12 }));
    await run(project);
    await runIn(project.folder, ["eval", "baseline", "accept", "-o", "kept/it.json"]);
    // It is the script that has changed, and not the question.
    project.write("words.script.yml", script.replace('text: "yes"', 'text: "no"'));
    const { exit, summary } = await run(project, "--baseline", "kept/it.json");
    expect(exit).toBe(1);
    expect(summary?.gates?.[0]).toMatchObject({ outcome: "fail", against: "kept/it.json" });
  });

  test("that no gate needs is told", async () => {
    using project = projectOf(suiteOf("gates: { pass_rate: { at_least: 0.1 } }", { good: 4 }));
    const { exit, stderr } = await run(project, "--baseline", "none.json");
    expect(exit).toBe(0);
    expect(stderr).toContain(
      'note: --baseline means nothing to the suite "words": no gate of it needs one',
    );
  });

  test.each<[string, string | undefined, string]>([
    ["that is not there", undefined, "there is no baseline b.json"],
    ["that is broken", "{ }", "error[COMPARE_BASELINE_INVALID]"],
    ["of another version", '{ "schemaVersion": 9 }', "the baseline is of version 9"],
  ])("%s stops the run before it costs anything", async (_, text, message) => {
    using project = projectOf(suiteOf(gates, { good: 1 }));
    if (text !== undefined) project.write("b.json", text);
    const { exit, stderr } = await run(project, "--baseline", "b.json");
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });
});
