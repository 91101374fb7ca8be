import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../src/record/index.ts";
import { runReporters } from "../../src/report/index.ts";
import { runIn } from "../testing/run-in.ts";
import { toldRun, toldRuns } from "../testing/told-runs.ts";
import { runFormats } from "./report-formats.ts";

const runs = {
  "20260101-one": { cases: [{ case: "a" }, { case: "b", outcome: "fail" as const }] },
  "20260102-two": { cases: [{ case: "a" }], labels: ["scripted" as const] },
};

test("the flags know every format; a page goes to a file", () => {
  const printed = runReporters.all().filter(({ needsTranscripts }) => needsTranscripts !== true);
  expect(runFormats.toSorted()).toEqual(printed.map(({ id }) => id));
});

describe("to standard output", () => {
  test.each<[args: readonly string[], begin: string]>([
    [[], "run 20260101-one · "],
    [["--format", "json"], '{\n  "schemaVersion": 1,\n  "run": "20260101-one"'],
    [["--format", "markdown"], "### flowproof eval: gate fail\n"],
    [["--format", "csv"], '"run","labels","suite","case"'],
    [["--format", "openmetrics"], "# TYPE flowproof_run info\n"],
    [["--format", "junit"], "<?xml"],
  ])("%j", async (args, begin) => {
    using project = toldRuns(runs);
    const { exit, stdout, stderr } = await runIn(project.folder, [
      "report",
      "20260101-one",
      ...args,
    ]);
    expect(stdout.startsWith(begin)).toBe(true);
    // A report of a run that failed is no failure.
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  });

  test("several runs, as each format puts them together", async () => {
    using project = toldRuns(runs);
    const both = async (format: string): Promise<string> =>
      (await runIn(project.folder, ["report", ...Object.keys(runs), "--format", format])).stdout;
    const json: { readonly runs: readonly { readonly run: string }[] } = JSON.parse(
      await both("json"),
    );
    expect(json.runs.map(({ run }) => run)).toEqual(["20260101-one", "20260102-two"]);
    expect(await both("junit")).toContain('classname="20260102-two s" name="a"');
    expect((await both("csv")).split("\r\n").map((row) => row.slice(0, 15))).toEqual([
      '"run","labels",',
      '"20260101-one",',
      '"20260101-one",',
      '"20260102-two",',
      "",
    ]);
    expect(await both("openmetrics")).toContain(
      'flowproof_run_info{run="20260102-two",labels="scripted"} 1',
    );
    const markdown = await both("markdown");
    expect(markdown).toContain("| `20260102-two` | scripted model | pass | 1 of 1 |");
    expect(markdown.match(/^### /gm)).toHaveLength(2);
    expect((await both("pretty")).match(/^run /gm)).toHaveLength(2);
  });
});

test("to files, by their names, and then nothing else", async () => {
  using project = toldRuns(runs);
  const names = [
    "r.html",
    "r.md",
    "r.xml",
    "r.json",
    "r.csv",
    "metrics.txt",
    "r.txt",
    "openmetrics=m.prom",
  ];
  const outputs = names.flatMap((name) => ["-o", name]);
  const { exit, stdout } = await runIn(project.folder, ["report", "20260101-one", ...outputs]);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: "" });
  const text = (name: string): string => readFileSync(join(project.folder, name), "utf8");
  expect(text("r.html")).toContain("<!doctype html>");
  expect(text("r.md")).toContain("### flowproof eval");
  expect(text("r.txt")).toMatch(/^run 20260101-one/);
  expect(text("metrics.txt")).toBe(text("m.prom"));
  expect(text("metrics.txt").endsWith("# EOF\n")).toBe(true);
  for (const name of ["r.xml", "r.json", "r.csv"]) expect(text(name)).not.toBe("");
});

test("a page has what the journal says of each call, of every run", async () => {
  using project = toldRuns(runs);
  for (const [run, told] of Object.entries(runs)) {
    const events = toldRun(run, told).flatMap((event): readonly RunEvent[] => {
      if (event.type !== "trial_finished") return [event];
      const { suite, case: id, target, trial } = event;
      const call = { component: "c", callId: "1", tool: "t", args: {}, result: `told in ${run}` };
      const key = { suite, case: id, target, trial };
      return [{ ...key, type: "tool_called", ...call, isError: false, durationMs: 1 }, event];
    });
    const journal = events.map((event) => `${JSON.stringify(event)}\n`).join("");
    project.write(`reports/${run}/events.jsonl`, journal);
  }
  await runIn(project.folder, ["report", ...Object.keys(runs), "-o", "both.html"]);
  const page = readFileSync(join(project.folder, "both.html"), "utf8");
  for (const run of Object.keys(runs)) expect(page).toContain(`told in ${run}`);
});

test("the same run named twice is reported once, and latest is one of them", async () => {
  using project = toldRuns(runs);
  project.write("reports/latest", "20260102-two\n");
  const names = ["latest", "20260102-two", "reports/20260102-two/"];
  const { stdout } = await runIn(project.folder, ["report", ...names]);
  expect(stdout.match(/^run /gm)).toHaveLength(1);
});

describe("says what is wrong", () => {
  const started = JSON.stringify(toldRun("x", runs["20260101-one"])[0]);

  test.each<[args: readonly string[], files: Readonly<Record<string, string>>, expected: string]>([
    [
      ["20260101-ome"],
      {},
      'error[RECORD_NOT_FOUND]: there is no run "20260101-ome", neither here nor in reports\n  hint: did you mean "20260101-one"?',
    ],
    [
      ["nothing-like-it"],
      {},
      "hint: name a run's folder, its id, or latest, which is 20260102-two",
    ],
    [
      ["src"],
      { "src/a.txt": "a" },
      'error[RECORD_NOT_FOUND]: the folder "src" is not a run\'s: it has no events.jsonl',
    ],
    [
      ["x"],
      {
        "reports/x/events.jsonl": started.replace('"schemaVersion":1', '"schemaVersion":9') + "\n",
      },
      "the journal is of version 9, and this program knows version 1",
    ],
    [["x"], { "reports/x/events.jsonl": `${started.slice(40)}\n` }, "error[JSONL_BROKEN]"],
    [
      ["x"],
      { "reports/x/events.jsonl": '{"type":"run_finished","at":"","reason":"done"}\n' },
      "error[RECORD_NO_START]: the journal does not say how the run started",
    ],
    [["x"], { "reports/x/events.jsonl": "" }, "error[RECORD_NO_START]"],
    [
      ["20260101-one", "-o", "r.pdf"],
      {},
      'error[CLI_USAGE]: no report has the extension of "r.pdf"',
    ],
    [
      ["20260101-one", "--format", "html"],
      {},
      "is invalid. Allowed choices are pretty, json, markdown, csv, openmetrics, junit",
    ],
    [[], {}, "missing required argument 'runs'"],
  ])("%j %#", async (args, files, expected) => {
    using project = toldRuns(runs);
    for (const [name, text] of Object.entries(files)) project.write(name, text);
    const { exit, stdout, stderr } = await runIn(project.folder, [
      "report",
      ...args,
      "-o",
      "made.md",
    ]);
    expect(stderr).toContain(expected);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(existsSync(join(project.folder, "made.md"))).toBe(false);
  });
});

test("a journal that ends in the middle of a line, or of a run, is reported as far as it goes", async () => {
  using project = toldRuns({ ...runs, half: { ...runs["20260101-one"], end: "unfinished" } });
  const path = join("reports", "half", "events.jsonl");
  project.write(path, `${readFileSync(join(project.folder, path), "utf8")}{"type":"trial_fin`);
  const { exit, stdout } = await runIn(project.folder, ["report", "half", "--format", "markdown"]);
  expect(exit).toBe(0);
  expect(stdout).toContain("**unfinished**");
});
