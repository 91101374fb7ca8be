import { expect, test } from "vitest";
import { servedSentences } from "./served-models.ts";

function said(agentModel: string, ...served: readonly (readonly string[])[]): string[] {
  const suites = [{ suite: "a", agentModel, judgeModel: "claude-haiku-4-5" }];
  const trials = served.map((agent) => ({
    servedModels: { agent, judge: agent.length === 0 ? [] : ["claude-haiku-4-5"] },
  }));
  const record: unknown = { started: { suites }, cases: [{ suite: "a", trials: [...trials, {}] }] };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as much of a record as is read
  return servedSentences(record as Parameters<typeof servedSentences>[0]);
}

test.each<[string, string[][], string[]]>([
  ["openai/gpt-x", [["gpt-x"], ["gpt-x"]], []],
  ["gpt-x", [[]], []],
  ["claude-x, claude-y", [["claude-x"], ["claude-y"]], []],
  ["openai/gpt-x", [["gpt-x-2026"]], ["agent openai/gpt-x was served as gpt-x-2026"]],
  [
    "openai/gpt-x",
    [["gpt-x-2"], ["gpt-x-1"]],
    ["agent openai/gpt-x was served as gpt-x-1 and gpt-x-2: 2 versions answered one run"],
  ],
  [
    "claude-x",
    [["claude-x", "claude-x-1"]],
    ["agent claude-x was served as claude-x and claude-x-1: 2 versions answered one run"],
  ],
])("%s, served as %j", (asked, served, expected) => {
  expect(said(asked, ...served)).toEqual(expected);
});
