import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseScript } from "../../../src/model/index.ts";
import type { Summary } from "../../../src/report/index.ts";
import { createLlmSimulator, type RunningServer, serve } from "../../../src/simulators/index.ts";
import { judgedProject, judgedScript, judgedSuite } from "../../testing/judged-project.ts";
import { runIn } from "../../testing/run-in.ts";

let server: RunningServer | undefined;
beforeAll(async () => {
  const script = await parseScript(judgedScript, "words.script.yml");
  server = await serve(createLlmSimulator({ script }), { port: 0 });
});
afterAll(() => server?.close());

/** A judge that is asked over HTTP, as a real one is. */
const env = (): Readonly<Record<string, string>> => ({
  OPENAI_API_KEY: "no-key",
  OPENAI_BASE_URL: `${server?.url ?? ""}/v1`,
});
const judge = "openai/judge-1";
const kept = "calibrations/openai-judge-1.json";

const counts = { run: "latest", suite: "words", case: "counts", trial: 0 };
const jsonl = (...labels: readonly object[]) =>
  `${labels.map((label) => JSON.stringify(label)).join("\n")}\n`;

const given = (answer: string, label: string) => ({
  question: "How many?",
  answer,
  criterion: "It says 42",
  label,
});

async function judged(folder: string): Promise<Summary> {
  const args = ["eval", "run", "words.suite.yml", "--model", "script/words.script.yml"];
  const { stdout } = await runIn(
    folder,
    [...args, "--judge-model", judge, "--no-history", "--format", "json"],
    env(),
  );
  return JSON.parse(stdout);
}

async function calibrate(folder: string, ...args: readonly string[]) {
  const all = ["eval", "calibrate", "labels.jsonl", "--format", "json", ...args];
  const said = await runIn(folder, all, env());
  return { ...said, report: said.stdout === "" ? undefined : JSON.parse(said.stdout) };
}

test("a run warns until its judge is calibrated, then says how good it is", async () => {
  using project = judgedProject();
  const before = await judged(project.folder);
  expect(before.judges).toMatchObject([
    { name: judge, criteria: 4, calibration: { state: "uncalibrated" } },
  ]);
  expect(before.warnings).toEqual([
    `the judge ${judge} is not calibrated: how often it is right, nobody knows; see \`flowproof eval calibrate\``,
  ]);
  project.write(
    "labels.jsonl",
    jsonl(
      { ...counts, check: "judge#1", label: "met" },
      { ...counts, criterion: "It is short", label: "not_met" },
      { ...counts, trial: 1, check: "judge#2", label: "met" },
      { run: before.run, suite: "words", case: "talks", check: "judge#1", label: "met" },
    ),
  );
  const { exit, report, stderr } = await calibrate(project.folder);
  expect(exit).toBe(0);
  expect(stderr).toContain(`wrote ${kept}`);
  expect(report.judges).toMatchObject([
    {
      name: judge,
      decided: 4,
      agreed: 3,
      truePositive: { passed: 3, total: 3 },
      trueNegative: { passed: 0, total: 1 },
    },
  ]);
  expect(JSON.parse(readFileSync(join(project.folder, kept), "utf8"))).toMatchObject({
    model: judge,
    judge: before.judges?.[0]?.judge,
    criteria: [
      { criterion: "It greets" },
      { criterion: "It is short" },
      { criterion: "It says 42" },
    ],
  });
  const coin = await judged(project.folder);
  expect(coin.warnings?.[0]).toContain("no better than a coin");
  project.write(
    "labels.jsonl",
    jsonl({ ...counts, check: "judge#1", label: "met" }, given("There are 43.", "met")),
  );
  await calibrate(project.folder, "--judge-model", judge);
  const after = await judged(project.folder);
  expect(after.warnings).toBeUndefined();
  expect(after.judges?.[0]?.calibration).toMatchObject({ state: "calibrated", covered: 1 });
  const { stdout } = await runIn(project.folder, ["eval", "rescore", "latest"], env());
  expect(stdout).toContain(
    `note: the judge ${judge} agrees with people on 100 % (34.2 % – 100 %) of what is met and on an unknown share of what is not; of its 4 criteria 1 were labeled`,
  );
  expect(stdout).not.toContain("warning:");
});

test("a calibration of what the judge was before is no calibration", async () => {
  using project = judgedProject();
  await judged(project.folder);
  project.write("labels.jsonl", jsonl({ ...counts, check: "judge#1", label: "met" }));
  await calibrate(project.folder);
  const path = join(project.folder, kept);
  project.write(
    kept,
    readFileSync(path, "utf8").replace(/"judge": "[0-9a-f]{8}/u, '"judge": "00000000'),
  );
  expect((await judged(project.folder)).warnings?.[0]).toContain(
    "is not what it was when it was calibrated",
  );
  project.write(kept, readFileSync(path, "utf8").replace('"kappa"', '"cappa"'));
  const broken = await runIn(project.folder, ["eval", "run", "words.suite.yml", "--no-history"]);
  expect(broken.exit).toBe(2);
  expect(broken.stderr).toContain("error[EVAL_CALIBRATION_INVALID]");
});

test("the same labels give the same bytes, and --no-write none", async () => {
  using project = judgedProject();
  await judged(project.folder);
  project.write("labels.jsonl", jsonl({ ...counts, check: "judge#1", label: "met" }));
  await calibrate(project.folder, "--no-write");
  expect(existsSync(join(project.folder, "calibrations"))).toBe(false);
  await calibrate(project.folder);
  const first = readFileSync(join(project.folder, kept), "utf8");
  await calibrate(project.folder);
  expect(readFileSync(join(project.folder, kept), "utf8")).toBe(first);
});

test("answers that stand in the file are judged, with their calls", async () => {
  using project = judgedProject({
    "labels.jsonl": jsonl(given("There are 42.", "met"), given("There are 41.", "not_met"), {
      ...given("Let me see.", "not_met"),
      calls: [{ tool: "t", args: { a: 1 }, result: "42" }],
    }),
    "careful.script.yml": `script: careful
replies:
  - when: { judge: { $contains: "42" } }
    verdicts: { "*": met }
  - when: { judge: { $contains: Let me see } }
    verdicts: { "*": cannot_tell }
  - when: { judge: { $exists: true } }
    verdicts: { "*": { verdict: not_met, evidence: "41", reasoning: "It is 42." } }
`,
  });
  const { exit, report } = await calibrate(project.folder, "--script", "careful.script.yml");
  expect(exit).toBe(0);
  expect(report.judges).toMatchObject([
    { items: 3, decided: 2, agreed: 2, missing: { cannotTell: 1, error: 0 }, corrected: null },
  ]);
  // A script is no judge.
  expect(report.files).toEqual([]);
  const none = await calibrate(project.folder);
  expect(none.exit).toBe(2);
  expect(none.stderr).toContain("error[MODEL_MISSING]");
});

test("with --judge-model what a run decided is judged again, as the run was", async () => {
  using project = judgedProject({
    "no.script.yml":
      'script: no\nreplies: [{ when: { judge: { $exists: true } }, verdicts: { "*": not_met } }]\n',
  });
  await judged(project.folder);
  project.write(
    "labels.jsonl",
    jsonl(
      { ...counts, check: "judge#1", label: "met" },
      { run: "latest", suite: "words", case: "talks", check: "judge#1", label: "not_met" },
    ),
  );
  const { report } = await calibrate(project.folder, "--script", "no.script.yml");
  expect(report.judges).toMatchObject([
    { name: "script/no.script.yml", truePositive: { passed: 0 }, trueNegative: { passed: 1 } },
  ]);
});

test("a grade says met where it is as good as the check requires", async () => {
  using project = judgedProject({
    "words.suite.yml": judgedSuite.replace(
      "It says 42, It is short]",
      "It says 42]\n      - rubric: { name: correctness, at_least: 3 }",
    ),
    "words.script.yml": judgedScript.replace(
      'verdicts: { "*": met }',
      'verdicts: { "*": met }\n    grades: { "*": 3 }',
    ),
    "low.script.yml":
      'script: low\nreplies: [{ when: { judge: { $exists: true } }, grades: { "*": 2 } }]\n',
  });
  await runIn(project.folder, ["eval", "run", "words.suite.yml", "--no-history"]);
  const rubric = { ...counts, check: "rubric#1" };
  project.write(
    "labels.jsonl",
    jsonl(
      { ...rubric, grade: 3 },
      { ...rubric, trial: 1, grade: 2 },
      { ...rubric, trial: 2, label: "met" },
    ),
  );
  const stored = await calibrate(project.folder);
  expect(stored.report.judges).toMatchObject([
    { truePositive: { passed: 2, total: 2 }, trueNegative: { passed: 0, total: 1 } },
  ]);
  const again = await calibrate(project.folder, "--script", "low.script.yml");
  expect(again.report.judges).toMatchObject([
    { truePositive: { passed: 0, total: 2 }, trueNegative: { passed: 1, total: 1 } },
  ]);
});

test("people who label the same are held against each other; what they dispute counts nowhere", async () => {
  using project = judgedProject();
  await judged(project.folder);
  const one = { ...counts, check: "judge#1", label: "met" };
  project.write(
    "labels.jsonl",
    jsonl(
      { ...one, by: "ann" },
      { ...one, by: "ann" },
      { ...one, by: "ben", label: "not_met" },
      { ...one, trial: 1, by: "ann" },
      { ...one, trial: 1, by: "ben" },
    ),
  );
  const { report } = await calibrate(project.folder);
  expect(report).toMatchObject({ labels: 5, items: 2, duplicates: 1, disputed: 1 });
  expect(report.people.pairs).toMatchObject([{ a: "ann", b: "ben", items: 2, agreed: 1 }]);
  const pretty = await runIn(project.folder, ["eval", "calibrate", "labels.jsonl"], env());
  expect(pretty.stdout).toContain(
    "5 labels of 2 verdicts by 2 people; 1 said twice; 1 on which people do not agree, left out",
  );
  expect(pretty.stdout).toContain("ann and ben agree on 1 of 2: kappa 0.00, AC1");
  expect(pretty.stdout).toContain(
    'warning: openai/judge-1: only 1 of the labels with a verdict say "met"',
  );
});

test.each([
  [
    { ...counts, run: "nowhere", check: "judge#1" },
    "RECORD_NOT_FOUND",
    'there is no run "nowhere"',
  ],
  [{ ...counts, suite: "word", check: "judge#1" }, "EVAL_LABELS_INVALID", 'has no suite "word"'],
  [{ ...counts, case: "count", check: "judge#1" }, "EVAL_LABELS_INVALID", 'did you mean "counts"?'],
  [
    { ...counts, target: "other", check: "judge#1" },
    "EVAL_LABELS_INVALID",
    'has no target "other"',
  ],
  [{ ...counts, trial: 9, check: "judge#1" }, "EVAL_LABELS_INVALID", "has no trial 9"],
  [{ ...counts, trial: undefined, check: "judge#1" }, "EVAL_LABELS_INVALID", "has several trials"],
  [{ ...counts, check: "judge#9" }, "EVAL_LABELS_INVALID", 'no judged check "judge#9"'],
  [{ ...counts, check: "answer#1" }, "EVAL_LABELS_INVALID", 'no judged check "answer#1"'],
  [{ ...counts, criterion: "It is long" }, "EVAL_LABELS_INVALID", "has no such criterion"],
])("%o is refused", async (label, code, message) => {
  using project = judgedProject();
  await runIn(project.folder, ["eval", "run", "words.suite.yml", "--no-history"]);
  const good = { ...counts, check: "judge#2", label: "met" };
  project.write("labels.jsonl", jsonl(good, { ...label, label: "met" }));
  const { exit, stderr } = await calibrate(project.folder);
  expect(exit).toBe(2);
  expect(stderr).toContain(`error[${code}]`);
  expect(stderr).toContain(message);
  expect(stderr).toContain("labels.jsonl:2");
});

test("a label that contradicts itself, a grade of a statement, a file that is not there", async () => {
  using project = judgedProject();
  await runIn(project.folder, ["eval", "run", "words.suite.yml", "--no-history"]);
  const one = { ...counts, check: "judge#1" };
  project.write("labels.jsonl", jsonl({ ...one, label: "met" }, { ...one, label: "not_met" }));
  expect((await calibrate(project.folder)).stderr).toContain("says the opposite of line 1");
  project.write("labels.jsonl", jsonl({ ...one, grade: 3 }));
  expect((await calibrate(project.folder)).stderr).toContain("only a rubric has grades");
  const none = await runIn(project.folder, ["eval", "calibrate", "other.jsonl"]);
  expect([none.exit, none.stderr.includes("error[FILE_NOT_FOUND]")]).toEqual([2, true]);
});

test("a model with a name like a script is a judge, a panel with a script in it is none", async () => {
  using project = judgedProject({ "labels.jsonl": jsonl(given("There are 42.", "met")) });
  const typed = await calibrate(project.folder, "--judge-model", "openai/typescript/judge-1");
  expect(typed.report?.files).toEqual(["calibrations/openai-typescript-judge-1.json"]);
  const panel = await calibrate(
    project.folder,
    "--judge-model",
    "openai/judge-1,script/words.script.yml",
  );
  expect(panel.report?.judges).toHaveLength(1);
  expect(panel.report?.files).toEqual([]);
});
