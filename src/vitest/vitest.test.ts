import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onlyRun, userProject, type UserProject } from "../../fixtures/vitest/user-project.ts";
import { readRun, type RunRecord } from "../record/index.ts";

const source = "fixtures/vitest/project";

interface Assertion {
  readonly title: string;
  readonly status: string;
  readonly failureMessages: readonly string[];
}

interface Report {
  readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
}

let project: UserProject;
let output: string;
let record: RunRecord;
const assertions = new Map<string, Assertion>();

// One run of Vitest for all: starting it takes seconds.
beforeAll(async () => {
  const names = readdirSync(source, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".txt"));
  project = userProject(
    Object.fromEntries(
      files.map((name) => [name.replace(/\.txt$/, ""), readFileSync(join(source, name), "utf8")]),
    ),
  );
  const run = await project.run(["--reporter=default", "--reporter=json", "--outputFile=out.json"]);
  ({ output } = run);
  if (!readdirSync(project.folder).includes("reports")) throw new Error(output);
  const report: Report = JSON.parse(readFileSync(join(project.folder, "out.json"), "utf8"));
  for (const each of report.testResults.flatMap((file) => file.assertionResults)) {
    assertions.set(each.title, each);
  }
  record = await readRun(onlyRun(project));
}, 180_000);

afterAll(() => {
  project[Symbol.dispose]();
});

function messageOf(title: string): string {
  const { status, failureMessages = [] } = assertions.get(title) ?? {};
  return `${status}: ${failureMessages.join("\n").replaceAll(/\n\s+at .*/g, "")}`;
}

/** How a case is recorded: its outcome, then its checks. */
function recorded(suite: string, id: string): string {
  const found = record.cases.find((each) => each.suite === suite && each.case === id);
  const checks = found?.trials.flatMap((trial) =>
    trial.checks.map((check) => `${check.id} ${check.outcome}`),
  );
  return [found?.outcome ?? "none", ...(checks ?? [])].join(", ");
}

describe("what holds passes", () => {
  test.each([
    ["the words of the guide", "the-words-of-the-guide", 8],
    ["as they are", "matchers-as-they-are", 11],
    ["the other way round", "matchers-the-other-way-round", 8],
    ["a conversation", "a-conversation", 2],
    ["trials", "trials", 3],
    ["a tool that fails", "a-tool-that-fails", 1],
    ["twice in one test", "twice-in-one-test", 1],
    ["twice in one test", "twice-in-one-test-2", 1],
    ["a refusal that is expected", "no-place", 1],
    ["beside others", "beside-others", 1],
    ["a world that was written to", "a-world-that-was-written-to", 3],
  ])("%s", (title, id, checks) => {
    expect(messageOf(title)).toBe("passed: ");
    const text = recorded("passes", id);
    expect(text).toMatch(/^pass, /);
    expect(text.split(", ")).toHaveLength(checks + 1);
  });

  test("a model that takes longer than the five seconds of Vitest", () => {
    expect(messageOf("a model that thinks for longer than five seconds")).toBe("passed: ");
    const title = "a-model-that-thinks-for-longer-than-five-seconds";
    expect(recorded("more-slow", title)).toBe("pass, answer#1 pass");
    const slow = record.cases.find((each) => each.suite === "more-slow");
    expect(slow?.trials[0]?.activeMs).toBeGreaterThan(5000);
  });
});

describe("what is broken fails, and says why", () => {
  test.each<[title: string, message: string, id: string, record: string]>([
    [
      "never called",
      "expected create_issue to be called at least once, it was never called\n  expected     create_issue",
      "never-called",
      "fail, called#1 fail",
    ],
    [
      "called after all",
      "expected run_glql_query not to be called, it was called once",
      "called-after-all",
      "fail, not_called#1 fail",
    ],
    [
      "called with others",
      '/glql_yaml: expected "x", is "query: state = opened"',
      "called-with-others",
      "fail, called#1 fail",
    ],
    [
      "called with these",
      "not to be called, it was called once",
      "called-with-these",
      "fail, not_called#1 fail",
    ],
    [
      "called too rarely",
      "to be called at least 2 times, it was called once",
      "called-too-rarely",
      "fail, called#1 fail",
    ],
    ["no calls", "expected * to be called at least once", "no-calls", "fail, called#1 fail"],
    [
      "a matcher",
      "expected run_glql_query to be called 2 times, it was called once",
      "a-matcher",
      "fail, called#1 fail",
    ],
    [
      "a negated matcher",
      "expected run_glql_query not to be called",
      "a-negated-matcher",
      "fail, not_called#1 fail",
    ],
    [
      "a negated count",
      "expected otherwise: run_glql_query was called once",
      "a-negated-count",
      "fail, not_called#1 fail",
    ],
    [
      "a judge that says no",
      "not met: It greets Bob\n  evidence: Hello Alice.",
      "a-judge-that-says-no",
      "fail, judge#1 pass, judge#2 fail",
    ],
    [
      "a judge that cannot tell",
      "judge_error: the judge could not decide; this says nothing about the agent\nthe judge cannot tell: Statement 3",
      "a-judge-that-cannot-tell",
      "judge_error, judge#1 pass, judge#2 undecided",
    ],
    [
      "everything at once",
      'expected an answer that contains "43"',
      "everything-at-once",
      "fail, called#1 fail, answer#1 fail",
    ],
    ["nobody waits", "not met: It greets Bob", "nobody-waits", "fail, judge#1 pass, judge#2 fail"],
    [
      "an assertion of its own",
      "expected 'Hello Alice.' to be 'Good bye'",
      "an-assertion-of-its-own",
      "fail, not_called#1 pass, test#1 fail",
    ],
    [
      "nothing is checked",
      "the test asks the agent and checks nothing [EVAL_NOTHING_TO_CHECK]",
      "nothing-is-checked",
      "suite_error",
    ],
    [
      "too few trials",
      "fail: 2 of 3 trials pass, 3 required\n\ntrial 2: expected run_glql_query",
      "too-few-trials",
      "fail, called#1 pass, called#1 fail, called#1 pass",
    ],
    [
      "a missing mock",
      "suite_error: the test is wrong; this says nothing about the agent\nthe agent called run_glql_query, which no mock answers",
      "a-missing-mock",
      "suite_error",
    ],
    [
      "a mock that breaks",
      "the function that answers for run_glql_query fails: oops",
      "a-mock-that-breaks",
      "suite_error",
    ],
    [
      "a provider that is down",
      "infra_error: the provider or the network failed; this says nothing about the agent\nMODEL_OVERLOADED",
      "a-provider-that-is-down",
      "infra_error",
    ],
    [
      "a refusal",
      "agent_error: the agent broke its limits, or its flow failed\nrefused:",
      "a-refusal",
      "agent_error",
    ],
    [
      "a world that is not as before",
      "expected gitlab to be unchanged, but",
      "a-world-that-is-not-as-before",
      "fail, state#1 fail, file#1 fail",
    ],
    ["a limit", "time_limit: the agent took longer than 0.2 s", "a-limit", "agent_error"],
    [
      "an unknown key",
      'suites/fails.eval.ts (trails): unknown key "trails" [EVAL_SUITE_INVALID]',
      "an-unknown-key",
      "none",
    ],
    [
      "an unknown tool",
      'there is no tool "run_glql_querry" [TOOL_UNKNOWN]\n  hint: did you mean "run_glql_query"?',
      "an-unknown-tool",
      "suite_error",
    ],
    [
      "a matcher of Vitest's",
      "expect.called.args.glql_yaml is a StringContaining, not JSON",
      "a-matcher-of-vitest-s",
      "suite_error",
    ],
    [
      "same name again",
      'the suite "broken" already has a case "a", of the test "same name"',
      "a",
      "pass, not_called#1 pass",
    ],
    ["not told which", 'the test "not told which" runs beside others', "not-told-which", "none"],
    [
      "too little time",
      'Vitest ends the test "too little time" after 1 s, but its case may take 600 s',
      "too-little-time",
      "none",
    ],
    [
      "again and again",
      'Vitest runs the test "again and again" again',
      "again-and-again",
      "fail, called#1 fail",
    ],
  ])("%s", (title, message, id, outcome) => {
    expect(messageOf(title)).toContain("failed: ");
    expect(messageOf(title)).toContain(message);
    expect(recorded("broken", id)).toBe(outcome);
  });

  test("no test is left out here", () => {
    const failed = [...assertions.values()].filter(({ status }) => status === "failed");
    expect(failed).toHaveLength(29);
    expect([...assertions.keys()]).toHaveLength(29 + 12);
  });

  test("the difference of arguments, and the line of the test", () => {
    const [, text = ""] = output.split("suites/fails.eval.ts > called with others\n");
    const part = text.split("⎯⎯⎯")[0];
    expect(part).toContain('-   "glql_yaml": "x",\n+   "glql_yaml": "query: state = opened",');
    expect(part).toMatch(/❯ suites\/fails\.eval\.ts:\d+:\d+\n/);
    expect(part).not.toContain("session.ts");
  });
});

describe("the run", () => {
  test("is one folder like that of any other run, whoever wrote what", () => {
    const names = readdirSync(onlyRun(project)).toSorted();
    expect(names).toEqual(["events.jsonl", "run.json", "summary.json"]);
    expect(readdirSync(join(project.folder, "reports"))).toContain("latest");
    expect(record.end).toBe("done");
    expect(record.started).toMatchObject({
      labels: ["scripted", "summarized_tools"],
      offeredTools: { total: 16, summarized: 16, ownSchema: 0 },
    });
  });

  test("has its suites in order, and their cases as they stand in the files", () => {
    expect(record.started.suites.map(({ suite, file }) => [suite, file])).toEqual([
      ["broken", "suites/fails.eval.ts"],
      ["more-slow", "suites/more/slow.eval.ts"],
      ["passes", "suites/passes.eval.ts"],
    ]);
    const ids = record.cases.filter(({ suite }) => suite === "passes").map((each) => each.case);
    expect(ids).toEqual([
      "the-words-of-the-guide",
      "matchers-as-they-are",
      "matchers-the-other-way-round",
      "a-conversation",
      "trials",
      "a-tool-that-fails",
      "twice-in-one-test",
      "twice-in-one-test",
      "twice-in-one-test-2",
      "no-place",
      "beside-others",
      "a-world-that-was-written-to",
    ]);
  });

  test("says of cases what tests say", () => {
    const guide = record.cases.find((each) => each.case === "the-words-of-the-guide");
    expect(guide).toMatchObject({ critical: true, tags: ["smoke"], target: "default" });
    const targets = record.cases.filter((each) => each.case === "twice-in-one-test");
    expect(targets.map(({ target }) => target)).toEqual(["new", "old"]);
  });

  test("ends in a line that says where it is, and what it is", () => {
    expect(output).toMatch(
      /^flowproof: \d+ cases \(.*1 infra_error.*\) · scripted model · reports\/\d{8}-/m,
    );
  });
});
