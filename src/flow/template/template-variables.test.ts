import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TemplateError } from "./template-error.ts";
import { templateVariables } from "./template-variables.ts";

interface RequiredVariables {
  readonly template: string;
  readonly required?: readonly string[];
  /** The name of Python's exception. */
  readonly error?: string;
}

const fixtures = join(import.meta.dirname, "../../../fixtures/templates");
const facts: readonly RequiredVariables[] = JSON.parse(
  readFileSync(join(fixtures, "required-variables.json"), "utf8"),
);
const shared = "common/git_commits/1.0.0.jinja";
const files = (name: string): string | undefined => (name === shared ? "text" : undefined);

describe("what Jinja2 finds undeclared", () => {
  test.each(facts.filter(({ error }) => error === undefined))(
    "$template",
    ({ template, required }) => {
      expect(templateVariables(template, { files })).toEqual(required);
    },
  );

  test.each(facts.filter(({ error }) => error !== undefined))("$template is refused", (fact) => {
    expect(() => templateVariables(fact.template, { files })).toThrow(
      expect.objectContaining({ name: "TemplateError", pythonType: fact.error }),
    );
  });
});

describe("through the templates that a template names", () => {
  const folder: Readonly<Record<string, string>> = {
    child: "{% extends 'parent' %}{% block b %}{{ in_child }}{% endblock %}{{ never_shown }}",
    parent: "{{ in_parent }}{% block b %}{{ replaced }}{% endblock %}{% include 'part' %}",
    part: "{% import 'macros' as m %}{{ in_part }}{% include 'child' %}",
    macros: "{% macro f(a) %}{{ a }}{{ in_macro }}{% endmacro %}",
  };
  const inFolder = (name: string): string | undefined => folder[name];

  test("every one is read, once, also what the child replaces", () => {
    expect(templateVariables("{% set x = 1 %}{% include 'child' %}", { files: inFolder })).toEqual([
      "in_child",
      "in_macro",
      "in_parent",
      "in_part",
      "never_shown",
      "replaced",
    ]);
  });

  test("a name that is computed is not followed", () => {
    expect(templateVariables("{% include 'no' ~ x %}{% include y %}")).toEqual(["x", "y"]);
  });

  test("a mistake in a named template is placed there", () => {
    const broken = (): string => "ok\n  {{ a b }}";
    const read = (): unknown => templateVariables("{% include 'broken' %}", { files: broken });
    expect(read).toThrow(TemplateError);
    expect(read).toThrow(
      expect.objectContaining({ template: "broken", position: { line: 2, column: 8 } }),
    );
  });
});
