import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { lintText } from "../lint-text.ts";
import { completeExample } from "../rule/complete-example.ts";
import type { LintRule } from "../rule/lint-rule.ts";
import { rules } from "./index.ts";

const origins = ["service"];

/** What a rule says of a text, as examples write it. */
function reportsOf({ id }: LintRule, text: string): readonly (readonly [string, number])[] {
  return lintText(text, "flow.yml")
    .filter(({ rule }) => rule === id)
    .map(({ code, rule, line }) => [code ?? rule, line]);
}

test("every file of the folders is registered under its own name", () => {
  const files = origins.flatMap((origin) =>
    readdirSync(join(import.meta.dirname, origin)).flatMap((file) =>
      file === "index.ts" || file.endsWith(".test.ts") ? [] : [`${origin}/${file.slice(0, -3)}`],
    ),
  );
  const registered = rules.all().map(({ origin, id }) => `${origin}/${id}`);
  expect(registered.toSorted()).toEqual(files.toSorted());
});

test("no number of the catalog belongs to two rules", () => {
  const codes = rules.all().flatMap((rule) => rule.codes);
  expect(codes).toEqual([...new Set(codes)]);
});

describe.each(rules.all())("$id", (rule) => {
  test("its documentation is complete", () => {
    expect(rule.docs.summary).toMatch(/^(?:requires|forbids|limits|reports) .*[^.]$/u);
    expect(rule.docs.rationale).toMatch(/^[A-Z].*\.$/u);
    expect(rule.docs.repair).toMatch(/^[a-z`"].*[^.]$/u);
  });

  test.each(rule.examples.bad)("reports it: $yaml", (example) => {
    expect(reportsOf(rule, completeExample(example))).toEqual(example.reports);
  });

  test.each(rule.examples.good)("leaves it alone: $yaml", (example) => {
    expect(reportsOf(rule, completeExample(example))).toEqual([]);
  });

  test("has an example for every number, and a good one", () => {
    const shown = rule.examples.bad.flatMap(({ reports }) => reports.map(([code]) => code));
    expect([...new Set(shown)].toSorted()).toEqual(
      rule.codes.length === 0 ? [rule.id] : rule.codes.toSorted(),
    );
    expect(rule.examples.good).not.toEqual([]);
  });
});
