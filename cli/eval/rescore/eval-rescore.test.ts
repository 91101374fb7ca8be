import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEvents, type RunEvent } from "../../../src/record/index.ts";
import type { Summary } from "../../../src/report/index.ts";
import { judgedProject, judgedScript, judgedSuite } from "../../testing/judged-project.ts";
import { runIn, runWith } from "../../testing/run-in.ts";

const strict = `script: strict
replies:
  - when: { judge: { $exists: true } }
    verdicts: { "*": not_met }
`;

async function run(folder: string): Promise<Summary> {
  const args = ["eval", "run", "words.suite.yml", "--no-history", "--format", "json"];
  const { stdout } = await runIn(folder, args);
  return JSON.parse(stdout);
}

async function rescore(folder: string, ...args: readonly string[]) {
  const said = await runIn(folder, ["eval", "rescore", "latest", ...args, "--format", "json"]);
  const summary: Summary | undefined = said.stdout === "" ? undefined : JSON.parse(said.stdout);
  return { ...said, summary };
}

const verdicts = (summary: Summary | undefined) =>
  summary?.cases.map(({ trials }) =>
    trials.map(({ checks }) => checks.map(({ id, outcome }) => `${id} ${outcome}`)),
  );

test("the same judge comes to the same, in a folder of its own, without the agent", async () => {
  using project = judgedProject();
  const first = await run(project.folder);
  const { exit, summary, stderr } = await rescore(project.folder);
  expect(exit).toBe(0);
  expect(summary?.rescoredFrom).toBe(first.run);
  expect(first.labels).toEqual(["scripted"]);
  expect(summary?.labels).toEqual(["scripted", "rescored"]);
  expect(verdicts(summary)).toEqual(verdicts(first));
  expect(stderr).toContain(`judges 4 trials of ${first.run} again · script/words.script.yml`);
  const kept = ({
    answer,
    calls,
    turns,
    replies,
    activeMs,
    route,
  }: Summary["cases"][0]["trials"][0]) => ({ answer, calls, turns, replies, activeMs, route });
  const trials = (of: Summary | undefined) => of?.cases.flatMap((each) => each.trials.map(kept));
  expect(trials(summary)).toEqual(trials(first));
  expect(readdirSync(join(project.folder, "reports")).length).toBe(3);
});

test("the judge is shown what it was shown in the run", async () => {
  using project = judgedProject();
  const { run: before } = await run(project.folder);
  const { summary } = await rescore(project.folder);
  const shown = async (id: string) => {
    const events = await readEvents(join(project.folder, "reports", id));
    return events.flatMap((event) =>
      event.type === "model_called" && event.role === "judge"
        ? [JSON.stringify([event.case, event.trial, event.request.add])]
        : [],
    );
  };
  const asked = await shown(before);
  expect(asked).toHaveLength(5);
  expect((await shown(summary?.run ?? "")).toSorted()).toEqual(asked.toSorted());
});

test("a rescored run can be judged again, and its agent's part is as it was", async () => {
  using project = judgedProject({ "strict.script.yml": strict });
  const first = await run(project.folder);
  const harsh = await rescore(project.folder, "--script", "strict.script.yml");
  expect(harsh.exit).toBe(1);
  expect(harsh.stderr).toContain("exit 1: a case failed");
  expect(verdicts(harsh.summary)?.[0]?.[0]).toEqual([
    "answer#1 pass",
    "judge#1 fail",
    "judge#2 fail",
  ]);
  const again = await rescore(project.folder, "--script", "words.script.yml");
  expect(again.summary?.rescoredFrom).toBe(harsh.summary?.run);
  expect(verdicts(again.summary)).toEqual(verdicts(first));
  const own = async (id: string) =>
    (await readEvents(join(project.folder, "reports", id))).filter(
      (event: RunEvent) =>
        "trial" in event &&
        event.type !== "trial_finished" &&
        !(event.type === "model_called" && event.role === "judge"),
    ).length;
  expect(await own(again.summary?.run ?? "")).toBe(await own(first.run));
});

test("criteria that the suite has now are judged, or with --recorded those of the run", async () => {
  using project = judgedProject();
  const first = await run(project.folder);
  project.write(
    "words.suite.yml",
    judgedSuite.replace("It says 42, It is short", "It is a new one"),
  );
  const now = await rescore(project.folder);
  expect(verdicts(now.summary)?.[0]?.[0]).toEqual(["answer#1 pass", "judge#1 pass"]);
  expect(now.summary?.cases[0]?.trials[0]?.checks[1]?.message).toBe("met: It is a new one");
  const args = ["eval", "rescore", first.run, "--recorded", "--format", "json"];
  const then: Summary = JSON.parse((await runIn(project.folder, args)).stdout);
  expect(verdicts(then)).toEqual(verdicts(first));
  const criteria = then.cases[0]?.trials[0]?.checks.flatMap(
    ({ judgment }) => judgment?.criterion ?? [],
  );
  expect(criteria).toEqual(["It says 42", "It is short"]);
});

test("what cannot be found out without the agent is said", async () => {
  using project = judgedProject();
  await run(project.folder);
  const changed = judgedSuite
    .replace("ask: How many?", "ask: How few?")
    .replace('{ contains: "42" }', '{ contains: "42" }\n      - max_replies: 1');
  project.write("words.suite.yml", changed);
  const { stderr, summary } = await rescore(project.folder);
  expect(stderr).toContain(
    "words › counts asks something else now: what is judged is what was recorded",
  );
  expect(stderr).toContain(
    "words › counts: max_replies#1 cannot be held against a record; run it again",
  );
  expect(verdicts(summary)?.[0]?.[0]).toEqual(["answer#1 pass", "judge#1 pass", "judge#2 pass"]);
});

test("without its suite a run is judged by what it recorded", async () => {
  using project = judgedProject();
  const first = await run(project.folder);
  project.write("words.suite.yml", judgedSuite.replace("suite: words", "suite: other"));
  const { stderr, summary } = await rescore(project.folder);
  expect(stderr).toContain(
    "the suite words is not there any more: it is judged by the recorded criteria",
  );
  expect(verdicts(summary)).toEqual(verdicts(first));
});

test("--repeat tells what the judge varies by from what answers vary by", async () => {
  const wavering = `script: wavering
replies:
  - when: { judge: { $contains: There may be } }
    turns:
      - calls:
          - tool: record_verdicts
            args: { verdicts: [${verdict(1, "met")}, ${verdict(2, "met")}] }
    variants:
      - - calls:
            - tool: record_verdicts
              args: { verdicts: [${verdict(1, "not_met")}, ${verdict(2, "met")}] }
  - when: { judge: { $contains: I count } }
    verdicts: { "1": met, "2": not_met }
  - when: { judge: { $exists: true } }
    verdicts: { "*": met }
`;
  using project = judgedProject({ "wavering.script.yml": wavering });
  await run(project.folder);
  const { summary } = await rescore(
    project.folder,
    "--repeat",
    "4",
    "--script",
    "wavering.script.yml",
  );
  const variance = summary?.judgeVariance;
  expect(variance).toMatchObject({ repeats: 4, transcripts: 8, flipped: 1 });
  const [says, short] = variance?.criteria ?? [];
  // Trial 1 is judged as 1, 4, 7, 10: not met, met, not met, met.
  expect(says).toMatchObject({ criterion: "It says 42", transcripts: 3, flipped: 1, verdicts: 12 });
  expect(says?.judgeVariance).toBeCloseTo(1 / 9, 12);
  expect(short).toMatchObject({ criterion: "It is short", flipped: 0, judgeVariance: 0, icc: 1 });
  const pretty = await runIn(project.folder, [
    "eval",
    "rescore",
    "latest",
    "--repeat",
    "2",
    "--script",
    "wavering.script.yml",
  ]);
  expect(pretty.stdout).toContain("judged 2 times: the judge changed its mind on 1 of 8 verdicts");
  expect(pretty.stdout).toContain(
    "flips: words › counts judge#1 on 1 of 3 transcripts: It says 42",
  );
  expect(pretty.stdout).not.toContain("flips: words › counts judge#2");
});

test("rubrics are graded again, by the grades of the suite or those recorded", async () => {
  const graded = (grade: number) =>
    `script: graded\nreplies: [{ when: { judge: { $exists: true } }, verdicts: { "*": met }, grades: { "*": ${grade} } }]\n`;
  const own = "{ name: tone, question: Is it kind?, grades: { 1: Rude., 3: Kind. }, at_least: 2 }";
  using project = judgedProject({
    "words.suite.yml": judgedSuite.replace(
      "- judge: [It says 42, It is short]",
      `- judge: It says 42\n      - rubric: [correctness, ${own}]`,
    ),
    "words.script.yml": judgedScript.replace(
      'verdicts: { "*": met }',
      'verdicts: { "*": met }\n    grades: { "*": 3 }',
    ),
    "low.script.yml": graded(1),
  });
  await run(project.folder);
  for (const flags of [[], ["--recorded"]]) {
    const { summary } = await rescore(project.folder, "--script", "low.script.yml", ...flags);
    const [trial] = summary?.cases[0]?.trials ?? [];
    expect(
      trial?.checks.map(({ id, outcome, score }) => [id, outcome, score?.grade, score?.of]),
    ).toEqual([
      ["answer#1", "pass", undefined, undefined],
      ["judge#1", "pass", undefined, undefined],
      ["rubric#1", "fail", 1, 4],
      ["rubric#2", "fail", 1, 3],
    ]);
  }
});

test.each([
  ["0", "at least 1"],
  ["101", "at most 100"],
  ["2.5", "a whole number"],
])("--repeat %s is refused", async (times, why) => {
  using project = judgedProject();
  const args = ["eval", "rescore", "latest", "--repeat", times];
  const { exit, stderr } = await runIn(project.folder, args);
  expect(exit).toBe(2);
  expect(stderr).toContain(`It must be ${why}.`);
});

test("once tells nothing of that", async () => {
  using project = judgedProject();
  await run(project.folder);
  expect((await rescore(project.folder)).summary?.judgeVariance).toBeUndefined();
});

test("a judge that has no answer is told from an agent that failed, and the rest stays", async () => {
  const silent = "script: silent\nreplies: [{ when: { judge: x }, verdicts: { '*': met } }]\n";
  const faulty =
    "script: faulty\nreplies: [{ when: { judge: { $exists: true } }, turns: [{ stop: refusal }] }]\n";
  using project = judgedProject({ "silent.script.yml": silent, "faulty.script.yml": faulty });
  await run(project.folder);
  const refused = await rescore(project.folder, "--script", "faulty.script.yml");
  expect(refused.exit).toBe(3);
  expect(refused.summary?.cases.map(({ outcome }) => outcome)).toEqual([
    "judge_error",
    "judge_error",
  ]);
  const nothing = await rescore(project.folder, "--script", "silent.script.yml", "--recorded");
  expect(nothing.exit).toBe(2);
  expect(verdicts(nothing.summary)?.[0]?.[0]).toEqual(["answer#1 pass"]);
});

test("trials that no judge could look at stay as they are, and it is said", async () => {
  const broken = judgedScript.replace(
    "turns: [{ text: Ahoy! }, { text: More it is. }]",
    "turns: [{ text: Ahoy! }]",
  );
  using project = judgedProject({ "words.script.yml": broken });
  await run(project.folder);
  const { stderr, summary } = await rescore(project.folder);
  expect(stderr).toContain(
    "1 trial that ended in suite_error stays as it is: nothing of it is judged",
  );
  expect(summary?.cases.map(({ outcome }) => outcome)).toEqual(["pass", "suite_error"]);
});

test("a torn last line is dropped; a run that is not there, of another version, or without what was said is refused", async () => {
  using project = judgedProject();
  const { run: id } = await run(project.folder);
  const journal = join(project.folder, "reports", id, "events.jsonl");
  const whole = readFileSync(journal, "utf8");
  appendFileSync(journal, '{"type":"trial_fin');
  expect((await runIn(project.folder, ["eval", "rescore", id])).exit).toBe(0);
  writeFileSync(journal, whole.replaceAll(/,"exchanges":\[.*?\]/gu, ""));
  const old = await runIn(project.folder, ["eval", "rescore", id]);
  expect(old.exit).toBe(2);
  expect(old.stderr).toContain("error[EVAL_RESCORE_IMPOSSIBLE]");
  expect(old.stderr).toContain("its journal does not hold what was said");
  writeFileSync(journal, whole.replace('"schemaVersion":1', '"schemaVersion":2'));
  const other = await runIn(project.folder, ["eval", "rescore", id]);
  expect(other.exit).toBe(2);
  expect(other.stderr).toContain("error[RECORD_UNREADABLE]");
  const none = await runIn(project.folder, ["eval", "rescore", "nowhere"]);
  expect(none.exit).toBe(2);
  expect(none.stderr).toContain('error[RECORD_NOT_FOUND]: there is no run "nowhere"');
});

const five = judgedSuite.replace("    trials: 3", "    trials: 5\n    require: 4");
const ones = ["--script", "strict.script.yml", "-j", "1"];

test("trials that the run had left out are missing where the new verdicts need them, and nothing is averaged", async () => {
  using project = judgedProject({ "words.suite.yml": five, "strict.script.yml": strict });
  const harsh = `${judgedScript}    # strict\n`.replace('"*": met', '"*": not_met');
  project.write("strict.script.yml", harsh.replace("script: words", "script: strict"));
  await runIn(project.folder, ["eval", "run", "words.suite.yml", "--no-history", ...ones]);
  const words = ["eval", "rescore", "latest", "--script", "words.script.yml"];
  const { exit, stdout, stderr } = await runIn(project.folder, words);
  expect(exit).toBe(3);
  expect(stderr).toContain("note: 3 of 6 trials are missing, as they could change nothing then");
  expect(stderr).toContain("exit 3: cannot tell: trials are missing");
  expect(stdout).toContain("1 case (50 %) not run to the end, 1 of them begun: trials are missing");
  expect(stdout).toContain("no pass^k where trials are missing: 1 case had fewer than planned");
  expect(stdout).not.toContain("pass^2");
});

test("nothing is said of missing trials where none is", async () => {
  using project = judgedProject({ "words.suite.yml": five });
  const all = ["eval", "run", "words.suite.yml", "--no-history", "--curtail", "off"];
  await runIn(project.folder, all);
  const { exit, stdout, stderr } = await runIn(project.folder, ["eval", "rescore", "latest"]);
  expect(exit).toBe(0);
  expect(stdout + stderr).not.toContain("missing");
  expect(stdout).toContain("pass^2 100 %");
});

test("a run of which no judge has anything to decide", async () => {
  using project = judgedProject();
  project.write(
    "words.suite.yml",
    judgedSuite.replaceAll(/ *(- judge: .*|expect: \[\{ judge.*)\n/gu, ""),
  );
  const plain = judgedSuite.split("  - id: talks")[0]?.replace(/ *- judge: .*\n/u, "") ?? "";
  project.write("words.suite.yml", plain);
  await run(project.folder);
  const { exit, stderr } = await rescore(project.folder);
  expect(exit).toBe(2);
  expect(stderr).toContain("no judge has anything to decide in it");
});

test("an interrupted run is kept, and says so", async () => {
  using project = judgedProject();
  await run(project.folder);
  const interruption = new AbortController();
  interruption.abort();
  const { exit } = await runWith(["eval", "rescore", "latest"], {
    cwd: project.folder,
    signal: interruption.signal,
  });
  expect(exit).toBe(130);
});

function verdict(criterion: number, word: string): string {
  return `{ criterion: ${criterion}, evidence: "There may be 42", reasoning: "So.", verdict: ${word} }`;
}
