import { describe, expect, test } from "vitest";
import { helperProject, planEval } from "../../../fixtures/eval/run-eval.ts";
import type { ModelSources } from "./model-choice.ts";
import type { RunPlan } from "./run-plan.ts";
import { startedEvent } from "./started-event.ts";

const suite = `suite: one
target: { flow: helper }
script: a.script.yml
tools: { get_issue: { returns: "{}" } }
cases:
  - { id: z, ask: hello, expect: [{ judge: It is kind }], trials: 3, require: 2, critical: true, tags: [x] }
  - { id: a, ask: hello, expect: [answer: hi] }
`;
const project = helperProject(suite, "script: a\nreplies: [{ turns: [{ text: hi }] }]\n");

async function plan(
  change: Readonly<Record<string, string>> = {},
  sources: ModelSources = {},
): Promise<RunPlan> {
  return planEval({ ...project, ...change }, { sources });
}

const hashes = ({ cases }: RunPlan): readonly string[] => cases.map(({ planned }) => planned.hash);

test("a plan says what is going to be run, with what", async () => {
  const planned = await plan();
  const event = startedEvent(planned, {
    run: "r1",
    at: "2026-01-01T00:00:00.000Z",
    versions: { flowproof: "0.1.0", node: "v20.0.0" },
  });
  const hash: unknown = expect.stringMatching(/^[0-9a-f]{64}$/u);
  expect(event).toEqual({
    type: "run_started",
    schemaVersion: 1,
    run: "r1",
    at: "2026-01-01T00:00:00.000Z",
    versions: { flowproof: "0.1.0", node: "v20.0.0" },
    seed: 0,
    labels: ["scripted", "summarized_tools"],
    offeredTools: { total: 2, summarized: 2, ownSchema: 0 },
    suites: [
      {
        suite: "one",
        file: "a.suite.yml",
        hash,
        targets: [
          {
            target: "default",
            flow: "helper",
            version: "1.0.0",
            agentModel: "script/a.script.yml",
          },
        ],
        agentModel: "script/a.script.yml",
        judgeModel: "script/a.script.yml",
      },
    ],
    plan: [
      {
        suite: "one",
        case: "z",
        target: "default",
        trials: 3,
        require: 2,
        critical: true,
        tags: ["x"],
        hash,
        question: hash,
      },
      {
        suite: "one",
        case: "a",
        target: "default",
        trials: 1,
        require: 1,
        critical: false,
        tags: [],
        hash,
        question: hash,
      },
    ],
  });
  expect(planned.notices).toEqual([
    'suite "one" names no version of helper: exactly 1.0.0 is used, as in the service',
  ]);
});

test.each<[ModelSources, readonly string[]]>([
  [{}, ["scripted", "summarized_tools"]],
  [{ flags: { model: "claude-a" } }, ["self_judged", "summarized_tools"]],
  [
    { flags: { model: "claude-a", judgeModel: "anthropic/claude-a" } },
    ["self_judged", "summarized_tools"],
  ],
  [{ flags: { model: "claude-a", judgeModel: "claude-b" } }, ["summarized_tools"]],
  [
    { flags: { model: "claude-a", judgeModel: "script/a.script.yml" } },
    ["scripted", "summarized_tools"],
  ],
])("%j is labeled %j", async (sources, labels) => {
  const planned = await plan({}, sources);
  expect(planned.labels).toEqual(labels);
  const warned = planned.notices.some((notice) =>
    notice.includes("judged by the agent's own model"),
  );
  expect(warned).toBe(labels.includes("self_judged"));
});

test("a model that judges nothing does not judge itself", async () => {
  const text = suite.replace("judge: It is kind", "answer: kind");
  const planned = await plan({ "a.suite.yml": text }, { flags: { model: "claude-a" } });
  expect(planned.labels).toEqual(["summarized_tools"]);
});

test("targets run side by side, each with its model", async () => {
  const text = suite.replace(
    "target: { flow: helper }",
    "targets: { new: { flow: helper, model: claude-a }, old: { flow: helper, model: claude-b } }",
  );
  const planned = await plan({ "a.suite.yml": text });
  expect(planned.cases.map(({ planned: { case: name, target } }) => `${name} ${target}`)).toEqual([
    "z new",
    "z old",
    "a new",
    "a old",
  ]);
  expect(planned.suites[0]).toMatchObject({ agentModel: "claude-a, claude-b" });
  expect(planned.cases.map(({ models }) => models.agent)).toEqual([
    "claude-a",
    "claude-b",
    "claude-a",
    "claude-b",
  ]);
});

test("every suite without a model is told", async () => {
  const text = suite.replace("script: a.script.yml\n", "");
  const change = { "a.suite.yml": text, "b.suite.yml": text.replace("one", "two") };
  await expect(plan(change)).rejects.toMatchObject({
    errors: [
      { code: "MODEL_MISSING", place: { file: "a.suite.yml" } },
      { code: "MODEL_MISSING", place: { file: "b.suite.yml" } },
    ],
  });
});

describe("a quarantine", () => {
  const day = (date: string): number => Date.parse(`${date}T12:00:00Z`);
  const own = suite.replace("{ id: a,", '{ id: a, quarantine: { reason: r, until: "2026-01-31" },');
  const reasons = async (text: string, now?: number): Promise<readonly unknown[]> => {
    const found = await planEval({ ...project, "a.suite.yml": text }, { now });
    return found.cases.map(({ planned }) => planned.quarantine?.reason);
  };

  test("is the case's own, and holds until its last day is over", async () => {
    expect(await reasons(suite)).toEqual([undefined, undefined]);
    expect(await reasons(own)).toEqual([undefined, "r"]);
    expect(await reasons(own, day("2026-01-31"))).toEqual([undefined, "r"]);
    expect(await reasons(own, day("2026-02-01"))).toEqual([undefined, undefined]);
  });

  test("or its suite's, which a case says in other words", async () => {
    const calm = own.replace("critical: true, ", "");
    expect(await reasons(`quarantine: all of it\n${calm}`)).toEqual(["all of it", "r"]);
  });

  test("is refused for a critical case, and until a day that does not exist", async () => {
    const codes = { code: "EVAL_QUARANTINE_INVALID" };
    await expect(reasons(`quarantine: all of it\n${suite}`)).rejects.toMatchObject(codes);
    await expect(reasons(own.replace("01-31", "02-30"))).rejects.toMatchObject(codes);
  });
});

describe("the hash of a case", () => {
  const flow = project["flows/helper/1.0.0.yml"] ?? "";

  test.each<[string, Readonly<Record<string, string>>, ModelSources]>([
    ["a question", { "a.suite.yml": suite.replaceAll("ask: hello", "ask: hallo") }, {}],
    ["the mocks", { "a.suite.yml": suite.replace('returns: "{}"', 'returns: "[]"') }, {}],
    ["the context", { "a.suite.yml": `context: { project: a/b }\n${suite}` }, {}],
    ["the session", { "a.suite.yml": suite.replace("helper }", "helper, privileges: [] }") }, {}],
    [
      "tools that are denied",
      { "a.suite.yml": suite.replace("helper }", "helper, denied_tools: [get_issue] }") },
      {},
    ],
    ["the flow", { "flows/helper/1.0.0.yml": flow.replace("You help", "You serve") }, {}],
    ["the script", { "a.script.yml": "script: a\nreplies: [{ turns: [{ text: ho }] }]\n" }, {}],
    ["the model", {}, { flags: { model: "claude-a" } }],
  ])("changes with %s", async (_, change, sources) => {
    const [before, after] = [hashes(await plan()), hashes(await plan(change, sources))];
    expect(after).toHaveLength(before.length);
    for (const [index, hash] of after.entries()) expect(hash).not.toBe(before[index]);
  });

  test("changes with the content of a file that a mock returns", async () => {
    const text = suite.replace('returns: "{}"', "returns_file: issue.json");
    const before = await plan({ "a.suite.yml": text, "issue.json": "{}" });
    const after = await plan({ "a.suite.yml": text, "issue.json": "[]" });
    expect(hashes(after)[0]).not.toBe(hashes(before)[0]);
  });

  test("changes for the case whose check changes, and for no other", async () => {
    const before = hashes(await plan());
    const after = hashes(await plan({ "a.suite.yml": suite.replace("answer: hi", "answer: ho") }));
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  test.each([
    ["comments", `# hello\n${suite}`],
    ["descriptions", `description: about this\n${suite}`],
    ["how often it runs", suite.replace("trials: 3, require: 2", "trials: 9")],
    ["what it counts", suite.replace("critical: true", "quarantine: r")],
    ["tags", suite.replace("tags: [x]", "tags: [y, z]")],
    ["the file's layout", suite.replace("{ id: a, ask: hello", "{ ask: hello, id: a")],
  ])("does not change with %s", async (_, text) => {
    expect(hashes(await plan({ "a.suite.yml": text }))).toEqual(hashes(await plan()));
  });
});
