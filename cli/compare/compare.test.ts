import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Comparison, obstacles } from "../../src/compare/index.ts";
import { comparisonReporters } from "../../src/report/index.ts";
import { type ProgramRun, runIn } from "../testing/run-in.ts";
import { type ToldCase, type ToldRun, toldRuns } from "../testing/told-runs.ts";
import { allowedObstacles, compareFormats } from "./define-compare.ts";

/** So many cases, the last of which fail. */
function cases(count: number, failed: number, of: Partial<ToldCase> = {}): readonly ToldCase[] {
  return Array.from({ length: count }, (_, index) => ({
    case: `c${index}`,
    outcome: index < count - failed ? "pass" : "fail",
    ...of,
  }));
}

const targets = (...names: readonly string[]): ToldRun => ({
  cases: names.flatMap((target) => cases(3, 0, { target })),
});

async function compared(
  folder: string,
  ...args: readonly string[]
): Promise<Comparison & { readonly run: ProgramRun }> {
  const run = await runIn(folder, ["compare", ...args, "--format", "json"]);
  const document: Comparison = JSON.parse(run.stdout);
  return { ...document, run };
}

test("the flags know what there is", () => {
  expect(compareFormats.toSorted()).toEqual(comparisonReporters.ids);
  expect(allowedObstacles).toEqual(obstacles);
});

describe("two runs", () => {
  const runs = {
    old: { cases: cases(40, 0) },
    new: { cases: cases(40, 20) },
    empty: { cases: [] },
    alien: { cases: cases(2, 0, { suite: "alien" }) },
  };

  test("by id, by folder, and by latest", async () => {
    using project = toldRuns(runs);
    project.write("reports/latest", "new\n");
    const byId = await compared(project.folder, "old", "new");
    const byPath = await compared(project.folder, "reports/old", "./reports/new/");
    const latest = await compared(project.folder, "old", "latest");
    expect(byId).toMatchObject({ a: { run: "old" }, b: { run: "new" }, exitCode: 1 });
    expect(byPath.metrics).toEqual(byId.metrics);
    expect(latest.metrics).toEqual(byId.metrics);
    expect(byId.run.exit).toBe(1);
    expect(byId.run.stderr).toBe("exit 1: pass_rate is worse\n");
  });

  test("the other way round it is better, and what broke was fixed", async () => {
    using project = toldRuns(runs);
    const worse = await compared(project.folder, "old", "new");
    const better = await compared(project.folder, "new", "old");
    expect(better).toMatchObject({ gate: "pass", exitCode: 0, run: { exit: 0, stderr: "" } });
    expect(better.flips).toEqual({ fixed: worse.flips.broken, broken: [] });
    expect(better.metrics[0]?.difference).toBe(0.5);
    expect(worse.metrics[0]?.difference).toBe(-0.5);
  });

  test.each([
    [["old", "old"], 0, ""],
    [["old", "old", "--strict"], 0, ""],
    [["old", "new", "-q"], 1, ""],
    [["old", "new", "--gate", "latency.ratio_at_most=1.5"], 0, ""],
    [
      ["new", "new", "--gate", "pass_rate.at_least=0.9"],
      1,
      "exit 1: gate pass_rate.at_least=0.9 failed",
    ],
    [["old", "alien"], 2, "error[COMPARE_NOTHING_IN_COMMON]: the two have no case in common"],
    [["old", "empty"], 2, "error[COMPARE_TARGET_UNCLEAR]: empty has no case"],
    [["old", "nowhere"], 2, 'error[RECORD_NOT_FOUND]: there is no run "nowhere"'],
    [["old", "new", "--gate", "pass_rat.at_least=1"], 2, 'did you mean "pass_rate"'],
    [["old", "new", "--allow", "chagned"], 2, 'did you mean "changed"'],
    [["old", "new", "-o", "out.xml"], 2, "no report has the extension"],
    [["old", "new", "--prices", "p.yml"], 2, "--prices says how answers are judged"],
    [["old", "new", "-j", "2"], 2, "--concurrency says how answers are judged"],
    [["old"], 2, "error[CLI_USAGE]"],
  ])("%j exits %i", async (args, exit, said) => {
    using project = toldRuns(runs);
    const run = await runIn(project.folder, ["compare", ...args]);
    expect(run.exit).toBe(exit);
    expect(run.stderr).toContain(said);
  });
});

describe("targets", () => {
  test("of one run", async () => {
    using project = toldRuns({ both: targets("chat", "workflow") });
    const comparison = await compared(project.folder, "both#chat", "both#workflow");
    expect(comparison).toMatchObject({
      a: { run: "both", target: "chat" },
      b: { run: "both", target: "workflow" },
      comparable: { paired: 3, reasons: [] },
    });
  });

  test("one of each run needs no name, whatever it is called", async () => {
    using project = toldRuns({ old: targets("chat"), new: targets("workflow") });
    expect(await compared(project.folder, "old", "new")).toMatchObject({
      a: { target: "chat" },
      b: { target: "workflow" },
    });
  });

  test.each([
    [["both", "both"], "both has 2 targets", "name one: both#chat, both#workflow"],
    [["one", "both"], "both has 2 targets", "name one: both#chat, both#workflow"],
    [["one", "both#workflo"], 'both has no target "workflo"', 'did you mean "workflow"?'],
    [["one#x", "both#chat"], 'one has no target "x"', "one of: chat"],
  ])("%j: %s", async (args, message, hint) => {
    using project = toldRuns({ both: targets("chat", "workflow"), one: targets("chat") });
    const { exit, stderr } = await runIn(project.folder, ["compare", ...args]);
    expect(exit).toBe(2);
    expect(stderr).toBe(`error[COMPARE_TARGET_UNCLEAR]: ${message}\n  hint: ${hint}\n`);
  });
});

describe("what cannot be compared", () => {
  test("is told by name, and compared all the same where that is allowed", async () => {
    using project = toldRuns({
      old: { cases: cases(8, 0) },
      new: { cases: cases(8, 0).map((each, at) => (at < 2 ? { ...each, question: "new" } : each)) },
    });
    const { stdout } = await runIn(project.folder, ["compare", "old", "new"]);
    expect(stdout).toContain("6 cases compared\n2 cases not compared: s/c0, s/c1\n");
    expect(stdout).toContain("--allow changed compares all the same");
    const allowed = await compared(project.folder, "old", "new", "--allow", "changed,judge");
    expect(allowed.comparable).toMatchObject({ paired: 8, changed: ["s/c0", "s/c1"] });
    expect(allowed.notes.join()).toContain("2 cases are compared all the same (changed)");
  });

  test("the pass rate and the scores of other judges; times stay", async () => {
    const by = (name: string): ToldRun => ({
      cases: cases(30, 0, { judge: [name, name], scores: { tone: 4 } }),
    });
    using project = toldRuns({ old: by("x/one"), new: by("x/other") });
    const { metrics, run } = await compared(project.folder, "old", "new");
    expect(metrics.map(({ metric, verdict }) => `${metric} ${verdict}`)).toEqual([
      "pass_rate not_comparable",
      "score.tone not_comparable",
      "latency undecided",
      "tokens undecided",
      "tool_calls undecided",
    ]);
    expect(run.exit).toBe(3);
    expect(run.stderr).toContain("nothing of quality can be compared");
    const gate = ["--gate", "tokens.ratio_at_most=9"];
    expect((await compared(project.folder, "old", "new", ...gate)).run.exit).toBe(0);
    expect((await compared(project.folder, "old", "new", "--allow", "judge")).run.exit).toBe(0);
  });

  test.each([
    ["fails for code to see", true, 1, ["s/c39"]],
    ["fails for the other judge alone", false, 3, []],
  ])("a critical case that %s under another judge: %j", async (_, isCertain, exit, broken) => {
    const by = (name: string, failed: number): ToldRun => ({
      cases: cases(40, failed, {
        critical: true,
        judge: [name, name],
        ...(isCertain && { decidable: true }),
      }),
    });
    using project = toldRuns({ old: by("x/one", 0), new: by("x/other", 1) });
    const { flips, run } = await compared(project.folder, "old", "new");
    expect(run.exit).toBe(exit);
    expect(flips.broken).toEqual(broken);
  });

  test("a script and a model: nothing, so nobody can tell", async () => {
    const scripted = { labels: ["scripted"] as const, agentModel: "script/a.script.yml" };
    using project = toldRuns({
      old: { cases: cases(30, 0), ...scripted },
      new: { cases: cases(30, 0) },
    });
    const { exit, stdout, stderr } = await runIn(project.folder, ["compare", "old", "new"]);
    expect(exit).toBe(3);
    expect(stderr).toBe("exit 3: cannot tell: nothing can be compared\n");
    expect(stdout).toContain("A is a script, B is no script and no replay");
  });
});

describe("journals", () => {
  test("of a run that was interrupted, or is not finished, say so", async () => {
    const open = cases(4, 0).map((each, at) =>
      at < 3 ? each : { ...each, trials: [], missing: 1 },
    );
    using project = toldRuns({
      old: { cases: cases(4, 0), end: "unfinished" },
      new: { cases: open, end: "interrupted" },
    });
    expect((await compared(project.folder, "old", "new")).notes).toEqual(
      expect.arrayContaining([
        "the run of A is not finished: 0 of its 4 cases are not decided",
        "the run of B was interrupted: 1 of its 4 cases are not decided",
      ]),
    );
  });

  const journal = "reports/new/events.jsonl";
  const both = { old: { cases: cases(4, 0) }, new: { cases: cases(4, 0) } };
  test.each<[string, (text: string) => string, number, string]>([
    ["with a torn last line", (text) => `${text}{"type":"trial_fin`, 0, ""],
    [
      "of another version",
      (text) => text.replace('"schemaVersion":1', '"schemaVersion":2'),
      2,
      "events.jsonl:1: the journal is of version 2, and this program knows version 1",
    ],
    ["with a torn line inside", (text) => text.replace("\n", '"\n'), 2, "error[JSONL_BROKEN]"],
    ["cut at the front", (text) => text.slice(text.indexOf("\n") + 1), 2, "error[RECORD_NO_START]"],
    ["that is empty", () => "", 2, "error[RECORD_NO_START]"],
  ])("%s", async (_, change, exit, said) => {
    using project = toldRuns(both);
    project.write(journal, change(readFileSync(join(project.folder, journal), "utf8")));
    const run = await runIn(project.folder, ["compare", "old", "new"]);
    expect(run.exit).toBe(exit);
    expect(run.stderr).toContain(said);
    expect(run.stderr).not.toContain("    at ");
  });

  test("that do not say what was asked are compared where everything is the same", async () => {
    const old = { cases: cases(4, 0, { question: null }) };
    const changed = { cases: cases(4, 0, { hash: "other" }) };
    using project = toldRuns({ old, new: both.new, changed });
    expect((await compared(project.folder, "old", "new")).comparable.paired).toBe(4);
    const { comparable } = await compared(project.folder, "old", "changed");
    expect(comparable.paired).toBe(0);
    expect(comparable.reasons[0]?.message).toContain("does not say what was asked");
  });
});

test("a baseline file is a side like a run", async () => {
  using project = toldRuns({ old: { cases: cases(40, 0) }, new: { cases: cases(40, 20) } });
  const accept = ["eval", "baseline", "accept", "old", "-o", "kept.json"];
  expect((await runIn(project.folder, accept)).exit).toBe(0);
  const comparison = await compared(project.folder, "kept.json", "new");
  expect(comparison.a).toMatchObject({ source: "baseline", run: "old", target: "default" });
  expect(comparison.metrics).toEqual((await compared(project.folder, "old", "new")).metrics);
  expect(comparison.run.exit).toBe(1);
  const named = await runIn(project.folder, ["compare", "kept.json#chat", "new"]);
  expect(named.stderr).toContain('kept.json has no target "chat"');
  project.write("kept.json", "{}");
  const broken = await runIn(project.folder, ["compare", "kept.json", "new"]);
  expect([broken.exit, broken.stderr]).toEqual([
    2,
    expect.stringContaining("error[COMPARE_BASELINE_INVALID]"),
  ]);
});

test("gates are those of the suites of B, unless others are given", async () => {
  const gates = [{ metric: "pass_rate", rule: "at_least", bound: 0.5 }] as const;
  using project = toldRuns({
    old: { cases: cases(30, 0) },
    new: { cases: cases(30, 30), gates },
  });
  const own = await compared(project.folder, "old", "new");
  expect(own.gates).toMatchObject([{ suite: "s", outcome: "fail", gate: gates[0] }]);
  // The gates of A are no concern of B's.
  expect((await compared(project.folder, "new", "old")).gates).toEqual([]);
  const given = await compared(project.folder, "old", "new", "--gate", "cost.ratio_at_most=2");
  expect(given.gates).toMatchObject([{ gate: { metric: "cost" }, outcome: "undecided" }]);
});

test("reports are written by extension, and folders are made for them", async () => {
  using project = toldRuns({ old: { cases: cases(4, 0) }, new: { cases: cases(4, 1) } });
  const outputs = ["-o", "out/c.json", "-o", "out/c.md", "-o", "pretty=out/c.text"];
  const { stdout } = await runIn(project.folder, ["compare", "old", "new", ...outputs]);
  const read = (name: string): string => readFileSync(join(project.folder, "out", name), "utf8");
  expect(read("c.text")).toBe(stdout);
  expect(JSON.parse(read("c.json"))).toMatchObject({ schemaVersion: 1, gate: "undecided" });
  expect(read("c.md")).toMatch(/^### flowproof compare: gate undecided\n/u);
  expect(existsSync(join(project.folder, "reports", "latest"))).toBe(false);
});
