import { describe, expect, test } from "vitest";
import { memoryCwd as cwd, memoryFiles } from "../../../fixtures/eval/memory-files.ts";
import { exampleFiles } from "../../../fixtures/eval/suite-example.ts";
import { suiteRules } from "./known-rules.ts";
import type { GoodSuite } from "./rule/suite-rule.ts";
import { validateSuites } from "./validate-suites.ts";
import type { SuiteProblem } from "./validation.ts";

/** Examples say which days are over. */
const now = Date.UTC(2026, 0, 15);

async function problemsOf(example: GoodSuite): Promise<readonly SuiteProblem[]> {
  const texts = exampleFiles(example);
  const paths = Object.keys(texts).filter((path) => path.endsWith(".suite.yml"));
  const files = memoryFiles(texts);
  const found = await validateSuites(paths, { files, cwd, flowFolders: ["flows"], now });
  return found.flatMap(({ problems }) => problems);
}

const shown = ({ rule, severity, message, range }: SuiteProblem): string =>
  `${range.start.line} ${rule} ${severity} ${message}`;

describe.each(suiteRules.all())("$id", (rule) => {
  const { docs, examples, id } = rule;

  test("its documentation is complete", () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(docs.summary).toMatch(/^(?:requires|forbids|limits|reports) .*[^.]$/u);
    expect(docs.rationale).toMatch(/^[A-Z`].*\.$/u);
    expect(docs.repair).toMatch(/^[a-z`].*[^.]$/u);
    expect(examples.good).not.toEqual([]);
    expect(examples.bad).not.toEqual([]);
  });

  test.each(examples.bad)("reports this, and no rule an error besides: $suite", async (example) => {
    const found = await problemsOf(example);
    const own = found.filter((each) => each.rule === id);
    expect(own.map(({ range }) => range.start.line)).toEqual(example.reports);
    const others = found.filter((each) => each.rule !== id && each.severity === "error");
    expect(others.map(shown)).toEqual([]);
    expect(own.filter((each) => each.code === undefined && rule.codes.length > 0)).toEqual([]);
  });

  test.each(examples.good)("leaves this alone: $suite", async (example) => {
    const found = await problemsOf(example);
    expect(
      found.filter((each) => each.rule === id || each.severity === "error").map(shown),
    ).toEqual([]);
  });
});

test("no error belongs to two rules", () => {
  const codes = suiteRules.all().flatMap((rule) => rule.codes);
  expect(codes).toEqual([...new Set(codes)]);
});
