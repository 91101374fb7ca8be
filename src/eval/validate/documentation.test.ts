import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules as lintRules } from "../../lint/index.ts";
import { explainSuiteRule } from "./explain-suite-rule.ts";
import { suiteRules } from "./known-rules.ts";

const page = readFileSync(new URL("../../../docs/validate.md", import.meta.url), "utf8");

test("docs/validate.md lists every rule as it is, and no other", () => {
  const listed = page
    .split("\n")
    .filter((line) => /^\| `[a-z-]+` \| (?:error|warning|info) \|/.test(line));
  const rows = suiteRules
    .all()
    .map(({ id, severity, docs }) => `| \`${id}\` | ${severity} | ${docs.summary} |`);
  expect(listed.toSorted()).toEqual(rows.toSorted());
});

test("no rule for suites has the name of one for flows: `explain` could not tell them apart", () => {
  expect(suiteRules.ids.filter((id) => lintRules.get(id) !== undefined)).toEqual([]);
});

test.each(suiteRules.ids)("%s has a page", (id) => {
  expect(explainSuiteRule(id)).toContain(`# ${id}\n`);
});

test("what is no rule has no page", () => {
  expect(explainSuiteRule("no-such-rule")).toBeUndefined();
});
