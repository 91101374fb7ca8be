import { expect, test } from "vitest";
import { helperProject, planEval } from "../../../fixtures/eval/run-eval.ts";
import type { ModelSources } from "./model-choice.ts";

const suite = `suite: one
target: { flow: helper }
script: a.script.yml
tools: { get_issue: { returns: "{}" } }
cases:
  - { id: z, ask: hello, expect: [{ judge: It is kind }], trials: 3, require: 2, critical: true, tags: [x] }
  - { id: a, ask: hello, expect: [answer: hi] }
`;
const project = helperProject(suite, "script: a\nreplies: [{ turns: [{ text: hi }] }]\n");
const flow = project["flows/helper/1.0.0.yml"] ?? "";

async function questions(
  change: Readonly<Record<string, string>> = {},
  sources: ModelSources = {},
): Promise<readonly (string | undefined)[]> {
  const { cases } = await planEval({ ...project, ...change }, { sources });
  return cases.map(({ planned }) => planned.question);
}

test.each<[string, Readonly<Record<string, string>>]>([
  ["what the user writes", { "a.suite.yml": suite.replaceAll("ask: hello", "ask: hallo") }],
  ["mocks", { "a.suite.yml": suite.replace('returns: "{}"', 'returns: "[]"') }],
  ["the context", { "a.suite.yml": `context: { project: a/b }\n${suite}` }],
  ["limits", { "a.suite.yml": `limits: { max_replies: 3 }\n${suite}` }],
  [
    "checks",
    {
      "a.suite.yml": suite.replace("It is kind", "It is brief").replace("answer: hi", "answer: ho"),
    },
  ],
])("another question with other %s", async (_, change) => {
  const [before, after] = [await questions(), await questions(change)];
  expect(after).toHaveLength(before.length);
  for (const [index, question] of after.entries()) expect(question).not.toBe(before[index]);
});

test.each<[string, Readonly<Record<string, string>>, ModelSources]>([
  ["flow", { "flows/helper/1.0.0.yml": flow.replace("You help", "You serve") }, {}],
  ["session", { "a.suite.yml": suite.replace("helper }", "helper, privileges: [] }") }, {}],
  ["script", { "a.script.yml": "script: a\nreplies: [{ turns: [{ text: ho }] }]\n" }, {}],
  ["model", {}, { flags: { model: "claude-a" } }],
  ["judge", {}, { flags: { model: "claude-a", judgeModel: "claude-b" } }],
  ["number of trials", { "a.suite.yml": suite.replace("trials: 3", "trials: 5") }, {}],
  ["tag", { "a.suite.yml": suite.replace("tags: [x]", "tags: [y]") }, {}],
])("the same question of another %s", async (_, change, sources) => {
  expect(await questions(change, sources)).toEqual(await questions());
});

test("targets of one suite are asked the same", async () => {
  const two = "targets: { new: { flow: helper, model: claude-a }, old: { flow: helper } }";
  const text = suite.replace("target: { flow: helper }", two);
  const [first, second, third] = await questions({ "a.suite.yml": text });
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});
