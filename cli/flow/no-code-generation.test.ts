import { spawnSync } from "node:child_process";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { programCommand } from "../testing/start-program.ts";

const flag = "--disallow-code-generation-from-strings";
const triage = [
  "issue_triage",
  "--context",
  '{"issue":{"url":"https://gitlab.example.com/shop/web/-/issues/12"}}',
];

const [, ...start] = programCommand;

describe("the program", () => {
  test.each([
    [["flow", "graph", "issue_triage"], "flowchart TD\n"],
    [
      ["flow", "render", ...triage, "--tools", '{"get_issue":{"returns":{"title":"x"}}}'],
      'first request of "classify_issue"',
    ],
  ])("%j turns no text into code", (args, output) => {
    const { status, stdout, stderr } = node([flag, ...start, ...args]);
    expect(stderr).not.toContain("error[");
    expect(status).toBe(0);
    expect(stdout.slice(0, output.length)).toBe(output);
  });
});

test("the flag does forbid it", () => {
  const { status, stderr } = node([flag, "-e", "new Function('return 1')()"]);
  expect(status).not.toBe(0);
  expect(stderr).toContain("Code generation from strings disallowed");
});

function node(args: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  // Not by NODE_OPTIONS, which does not take the flag.
  return spawnSync(process.execPath, args, { encoding: "utf8" });
}
