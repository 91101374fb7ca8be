import { expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { exampleFiles } from "../../../fixtures/eval/suite-example.ts";
import { validateSuites } from "./validate-suites.ts";

const many = 5000;
const lines = (line: (index: number) => string, count = many): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");
const one = (body: string): string => `cases:\n  - id: a\n    ask: What?\n${body}`;

/** Suites that somebody made so that looking at them takes forever: the time must not grow with the square. */
test.each<[string, string]>([
  ["checks that are wrong", one(`    expect:\n${lines(() => "      - called: get_isue\n")}`)],
  [
    "checks",
    one(
      `    expect:\n${lines((i) => `      - called: { tool: get_issue, args: { issue_iid: ${i} } }\n`)}`,
    ),
  ],
  [
    "checks of two kinds",
    one(
      `    expect:\n${lines((i) => (i % 2 ? `      - not_called: { tool: get_issue, args: { issue_iid: ${i} } }\n` : `      - answer: { not_contains: a${i} }\n`))}`,
    ),
  ],
  ["limits", one(`    expect:\n${lines(() => "      - max_tool_calls: 5\n")}`)],
  [
    "long lists",
    one(
      `    expect:\n${lines(() => `      - call_order: { mode: exact, tools: [${"get_issue, ".repeat(100)}] }\n`, 100)}`,
    ),
  ],
  ["tags", one(`    expect: [called: get_issue]\n    tags:\n${lines((i) => `      - t${i}\n`)}`)],
  [
    "the same tag",
    one(`    expect: [called: get_issue]\n    tags:\n${lines(() => "      - t\n")}`),
  ],
  [
    "mocks",
    `tools:\n  get_issue:\n${lines((i) => `    - { args: { issue_iid: ${i} }, returns: x }\n`)}`,
  ],
  ["unknown keys", one(`    expect: [called: get_issue]\n${lines((i) => `    k${i}: 1\n`)}`)],
  [
    "cases",
    `cases:\n${lines((i) => `  - { id: c${i}, ask: What?, expect: [called: get_issue, answer: x] }\n`)}`,
  ],
  [
    "cases that are wrong",
    `cases:\n${lines((i) => `  - { id: c${i}, ask: What?, expect: [called: get_isue], tags: [a, a] }\n`)}`,
  ],
  [
    "the same case",
    `cases:\n${lines(() => "  - { id: c, ask: What?, expect: [called: get_issue] }\n")}`,
  ],
  [
    "canaries",
    `cases:\n${lines((i) => `  - { id: c${i}, ask: "{{ canary.k${i} }}", expect: [called: get_issue] }\n`)}`,
  ],
  [
    "canaries of a case",
    one(
      `    expect: [called: get_issue]\n    tools: { get_issue: { returns: "${lines((i) => `{{ canary.k${i} }} `, 2000)}" } }\n`,
    ),
  ],
  [
    "comments",
    one(
      `    expect:\n${lines(() => "      # flowproof-disable-next-line idle-mock: because\n      - called: get_issue\n", 5000)}`,
    ),
  ],
  [
    "outputs",
    one(
      `    expect:\n${lines((i) => `      - output: { path: helper.final_answer, equals: { a: ${i} } }\n`)}`,
    ),
  ],
  [
    "criteria",
    one(`    expect:\n      - judge:\n${lines((i) => `          - The answer is good ${i}\n`)}`),
  ],
  [
    "turns",
    `cases:\n  - id: a\n    conversation:\n${lines((i) => `      - { user: What is ${i}?, expect: [max_replies: 3, answer: x${i}] }\n`)}`,
  ],
])(
  "%s",
  async (_, suite) => {
    const files = memoryFiles(exampleFiles({ suite }));
    const found = await validateSuites(["example.suite.yml"], {
      files,
      cwd,
      flowFolders: ["flows"],
    });

    expect(found).toHaveLength(1);
  },
  60_000,
);
