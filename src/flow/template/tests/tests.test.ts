import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expectTemplate } from "../../../../fixtures/templates/expect-template.ts";
import type { Test } from "../callable/callable.ts";
import { vocabularies } from "../vocabulary.ts";
import * as barrel from "./index.ts";

// The names that Jinja2 3.1 has.
const names =
  "!= < <= == > >= boolean callable defined divisibleby eq equalto escaped even false filter float " +
  "ge greaterthan gt in integer iterable le lessthan lower lt mapping ne none number odd sameas " +
  "sequence string test true undefined upper";

test("every test of the service is there, and no other", () => {
  expect([...vocabularies.service.tests.keys()].join(" ")).toBe(names);
});

test("every file of the folder is exported from its index", () => {
  const index = readFileSync(join(import.meta.dirname, "index.ts"), "utf8");
  const files = readdirSync(import.meta.dirname).filter(
    (file) => !/(?:test|index)\.ts$/.test(file),
  );
  expect(files.filter((file) => !index.includes(`"./${file}"`))).toEqual([]);
});

const tests: readonly Test[] = Object.values(barrel);

describe.each(tests)("is $id", ({ id, docs }) => {
  test("is described", () => {
    expect(docs.summary).toMatch(/^[a-z].*[^.]$/);
  });

  test.each(docs.examples)("$template", (example) => {
    expect(example.template).toMatch(new RegExp(`is ${id}\\b`));
    expectTemplate(example);
  });
});
