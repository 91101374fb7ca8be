import { describe, expect, test } from "vitest";
import {
  type EvalOptions,
  type EvalRun,
  helperProject,
  runEval,
} from "../../../fixtures/eval/run-eval.ts";
import { type ChatReply, type ChatRequest, judgeProtocol, ModelError } from "../../model/index.ts";
import { summaryOf } from "../../report/index.ts";

const script = `script: a
replies:
  - when: { user: { $contains: count } }
    turns: [{ text: There are 42 open issues. }]
  - when: { judge: { $contains: "42" } }
    verdicts: { "1": met, "*": not_met }
    grades: { correctness: 3, tone: { grade: 1, evidence: "", reasoning: Cold. }, "*": cannot_tell }
`;

function run(
  expected: string,
  { judge = "{}", options = {} }: { judge?: string; options?: EvalOptions } = {},
): Promise<EvalRun> {
  const suite = `suite: one
target: { flow: helper }
script: a.script.yml
judge: ${judge}
cases:
  - { id: a, ask: count, expect: [${expected}] }
`;
  return runEval(helperProject(suite, script), options);
}

const usage = { inputTokens: 1000, outputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0 };
const answer = "There are 42 open issues.";

type Said = "met" | "not_met" | "cannot_tell" | "fault";

function reply(parts: ChatReply["parts"]): ChatReply {
  const times = { firstTokenMs: 1, activeMs: 1, waitMs: 0, attempts: 1 };
  return { parts, stopReason: "tool_use", usage, servedModel: "m", ...times };
}

/** Models by their names: as a judge each says these, over and over. */
function panel(said: Readonly<Record<string, readonly Said[]>>): EvalOptions {
  const models = Object.entries(said).map(([id, verdicts]) => {
    let asked = 0;
    const chat = async ({ role }: ChatRequest): Promise<ChatReply> => {
      if (role === "agent") return reply([{ type: "text", text: answer }]);
      const verdict = verdicts[asked % verdicts.length] ?? "fault";
      asked += 1;
      if (verdict === "fault") throw new ModelError("MODEL_OVERLOADED", "529", { retryable: true });
      const args = { verdicts: [{ criterion: 1, evidence: answer, reasoning: `${id}.`, verdict }] };
      return reply([{ type: "tool_call", id: "1", name: judgeProtocol.toolName, args }]);
    };
    return [id, { id, kind: "live" as const, chat }] as const;
  });
  return {
    sources: { flags: { model: "m/agent" } },
    models: Object.fromEntries(models),
    prices: {
      "m/agent": { input: 1, output: 0 },
      "m/a": { input: 10, output: 0 },
      "m/b": { input: 100, output: 0 },
      "m/c": { input: 1000, output: 0 },
    },
  };
}

describe("a rubric", () => {
  test.each([
    ["rubric: correctness", "pass", "graded 3 of 4: correctness: Is what"],
    [
      "rubric: { name: correctness, at_least: 4 }",
      "fail",
      "graded 3 of 4, at least 4 is asked for",
    ],
    ["rubric: [readability]", "judge_error", "the judge cannot tell: readability: Can the"],
    [
      "rubric: { name: tone, question: Is it kind?, grades: { 1: Cold, 5: Warm }, at_least: 2 }",
      "fail",
      "graded 1 of 5, at least 2 is asked for: tone: Is it kind?",
    ],
  ])("%s: %s", async (check, outcome, message) => {
    const { trials } = await run(check);
    expect(trials[0]?.outcome).toBe(outcome);
    expect(trials[0]?.checks[0]).toMatchObject({ id: "rubric#1", check: "rubric", judged: true });
    expect(trials[0]?.checks[0]?.message).toContain(message);
  });

  test("leaves its grade, and what is needed to grade again", async () => {
    const own = "{ name: tone, question: Is it kind?, grades: { 1: Cold, 5: Warm }, at_least: 2 }";
    const { trials, events } = await run(
      `judge: It counts, rubric: [correctness, ${own}], answer: "42"`,
    );
    const [judge, correctness, tone] = trials[0]?.checks ?? [];
    expect(judge?.judgment).toEqual({
      criterion: "It counts",
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/u),
      judge: expect.stringMatching(/^[0-9a-f]{64}$/u),
      judges: [
        {
          model: "script/a.script.yml",
          fingerprint: judge?.judgment?.fingerprint,
          verdict: "met",
          votes: [
            {
              verdict: "met",
              evidence: answer,
              from: ["answer"],
              reasoning: "As the script says.",
            },
          ],
        },
      ],
    });
    expect(correctness).toMatchObject({
      score: { rubric: "correctness", grade: 3, of: 4, atLeast: 3 },
      judgment: {
        rubric: { name: "correctness", atLeast: 3 },
        fingerprint: judge?.judgment?.fingerprint,
      },
    });
    expect(correctness?.judgment?.rubric).not.toHaveProperty("grades");
    expect(tone).toMatchObject({
      score: { rubric: "tone", grade: 1, of: 5, atLeast: 2 },
      details: "evidence: none\nreasoning: Cold.",
      judgment: {
        criterion: "Is it kind?",
        rubric: { name: "tone", grades: { 1: "Cold", 5: "Warm" }, atLeast: 2 },
      },
    });
    expect(
      events.filter((event) => event.type === "model_called" && event.role === "judge"),
    ).toHaveLength(1);
  });

  test("that the script says nothing of is the suite's fault", async () => {
    const text = script.replace('"*": cannot_tell', "other: 1");
    const suite = `suite: one\ntarget: { flow: helper }\nscript: a.script.yml\ncases:\n  - { id: a, ask: count, expect: [rubric: readability] }\n`;
    const { trials } = await runEval(helperProject(suite, text));
    expect(trials[0]).toMatchObject({
      outcome: "suite_error",
      reason: 'entry 2 of script "a" has no grade for rubric readability',
    });
  });
});

describe("isolated", () => {
  test.each([
    ["{}", 1],
    ["{ isolate: true }", 3],
    ["{ isolate: true, votes: 3 }", 9],
  ])("judge: %s asks %i times, with the same verdicts", async (judge, times) => {
    const { trials, events } = await run("judge: [It counts, It adds], rubric: correctness", {
      judge,
    });
    const asked = events.filter((event) => event.type === "model_called" && event.role === "judge");
    expect(asked).toHaveLength(times);
    // Each by itself is criterion 1, which the script finds to be met.
    expect(trials[0]?.checks.map(({ outcome }) => outcome)).toEqual(
      times === 1 ? ["pass", "fail", "pass"] : ["pass", "pass", "pass"],
    );
  });
});

describe("a panel", () => {
  const judge = "{ models: [m/a, m/b, m/c] }";

  test.each<[Record<string, readonly Said[]>, string, string | undefined]>([
    [{ "m/a": ["met"], "m/b": ["not_met"], "m/c": ["met"] }, "pass", undefined],
    [
      { "m/a": ["not_met"], "m/b": ["not_met"], "m/c": ["met"] },
      "fail",
      "judge#1: not met: It counts",
    ],
    [{ "m/a": ["met"], "m/b": ["fault"], "m/c": ["met"] }, "pass", undefined],
    [{ "m/a": ["met"], "m/b": ["fault"], "m/c": ["not_met"] }, "infra_error", "judge: 529"],
    [
      { "m/a": ["met"], "m/b": ["cannot_tell"], "m/c": ["not_met"] },
      "judge_error",
      "judge#1: the judge cannot tell: It counts",
    ],
  ])("%j: %s", async (said, outcome, reason) => {
    const options = panel({ "m/agent": [], ...said });
    const { trials } = await run("judge: It counts", { judge, options });
    expect([trials[0]?.outcome, trials[0]?.reason]).toEqual([outcome, reason]);
    const models = trials[0]?.checks[0]?.judgment?.judges.map(({ model }) => model);
    expect(models).toEqual(["m/a", "m/b", "m/c"]);
  });

  test("costs what each of its models costs", async () => {
    const options = panel({ "m/agent": [], "m/a": ["met"], "m/b": ["met"], "m/c": ["met"] });
    const { trials } = await run("judge: It counts", { judge, options });
    expect(trials[0]?.costUsd).toBeCloseTo((1 + 10 + 100 + 1000) / 1000, 10);
    expect(trials[0]?.judgeUsage.inputTokens).toBe(3000);
    const unknown = { ...options, prices: { "m/agent": { input: 1, output: 0 } } };
    const { trials: others } = await run("judge: It counts", { judge, options: unknown });
    expect(others[0]?.costUsd).toBeNull();
  });

  test("says who said what where it does not pass, and how far it agrees", async () => {
    const said = {
      "m/a": ["not_met", "met", "not_met"],
      "m/b": ["not_met"],
      "m/c": ["met"],
    } as const;
    const options = panel({ "m/agent": [], ...said });
    const votes = "{ models: [m/a, m/b, m/c], votes: 3 }";
    const { trials, record, plan } = await run("judge: It counts", { judge: votes, options });
    expect(trials[0]?.checks[0]?.details).toBe(
      [
        "m/a: not_met (not_met, met, not_met)",
        `  evidence: ${answer} (answer)`,
        "  reasoning: m/a.",
        "m/b: not_met (not_met, not_met, not_met)",
        `  evidence: ${answer} (answer)`,
        "  reasoning: m/b.",
        "m/c: met (met, met, met)",
        `  evidence: ${answer} (answer)`,
        "  reasoning: m/c.",
      ].join("\n"),
    );
    expect(plan.suites[0]?.judgeModel).toBe("m/a, m/b, m/c");
    expect(summaryOf(record).panels).toMatchObject([
      { models: ["m/a", "m/b", "m/c"], items: 1, agreed: 0, measure: "krippendorff_alpha" },
    ]);
  });

  test("judges itself as soon as one of it is the agent's model", async () => {
    const options = panel({ "m/agent": ["met"], "m/a": ["met"] });
    const { plan } = await run("judge: It counts", {
      judge: "{ models: [m/a, m/agent] }",
      options,
    });
    expect(plan.labels).toContain("self_judged");
    const others = await run("judge: It counts", { judge: "{ model: m/a }", options });
    expect(others.plan.labels).not.toContain("self_judged");
    expect(others.record.cases[0]?.outcome).toBe("pass");
    expect(summaryOf(others.record)).not.toHaveProperty("panels");
  });
});

test("votes and isolation are a part of what a case's result depends on, where they are not the default", async () => {
  const hashes = [
    "{}",
    "{ votes: 1 }",
    "{ isolate: false }",
    "{ votes: 3 }",
    "{ isolate: true }",
  ].map(async (judge) => (await run("judge: It counts", { judge })).plan.cases[0]?.planned.hash);
  const [none, one, together, three, isolated] = await Promise.all(hashes);
  expect([one, together]).toEqual([none, none]);
  expect(new Set([none, three, isolated]).size).toBe(3);
});
