import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { onlyRun, userProject } from "../../fixtures/vitest/user-project.ts";
import { readRun } from "../../src/record/index.ts";
import { fitted } from "../testing/parse-scenario.ts";

/** The files that a page shows, by name. */
function filesOf(path: string): Record<string, string> {
  const fences = readFileSync(path, "utf8").matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm);
  return Object.fromEntries([...fences].map(([, name = "", body = ""]) => [name, body]));
}

test("docs/vitest.md: its suite says what the page says", async () => {
  const { "output.txt": pattern = "", ...files } = filesOf("docs/vitest.md");
  using project = userProject(files);
  const { exit, output } = await project.run(["--config", "vitest.eval.config.ts"]);
  expect(exit).toBe(1);
  expect(pattern).toContain("FAIL");
  expect(fitted(output, pattern)).toBe(pattern);
  const { cases } = await readRun(onlyRun(project));
  expect(cases.map((each) => [each.suite, each.case, each.trials.length, each.outcome])).toEqual([
    ["counts", "counts-open-issues", 3, "pass"],
    ["counts", "queries-once", 1, "fail"],
  ]);
}, 180_000);
