import { expect, test } from "vitest";
import { caseIdOf, suiteIdOf } from "./case-id.ts";

test.each([
  ["counts open issues", "counts-open-issues"],
  ["Counting: counts (open) issues!", "counting-counts-open-issues"],
  ["readsHTMLPages v1.2", "reads-htmlpages-v1-2"],
  ["Zählt Überfälle", "zahlt-uberfalle"],
  ["数える", "case"],
  ["a".repeat(200), "a".repeat(120)],
])("a test %j is the case %s", (name, id) => {
  expect(caseIdOf(name)).toBe(id);
});

test.each([
  ["/project/suites/issueCounts.eval.ts", "issue-counts"],
  ["/project/suites/planner/planner.eval.ts", "planner"],
  ["/project/suites/planner/planner-epics.eval.ts", "planner-epics"],
  ["/project/suites/planner/epics.eval.ts", "planner-epics"],
  ["/project/evals/epics.test.mts", "epics"],
  ["/project/evals/-.eval.ts", "suite"],
])("a file %s is the suite %s", (path, id) => {
  expect(suiteIdOf(path)).toBe(id);
});
