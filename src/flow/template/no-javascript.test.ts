import { describe, expect, test } from "vitest";
import { renderTemplate, TemplateError } from "./index.ts";

const variables = { l: [1, 2], s: "hello World", d: { a: 1 } };

function renderOrError(template: string): string {
  try {
    return renderTemplate(template, variables);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return error.code;
  }
}

describe("a template reaches nothing of JavaScript", () => {
  const names = [
    "constructor",
    "__proto__",
    "prototype",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "call",
    "bind",
    "then",
    "process",
    "globalThis",
    "require",
  ];
  const owners = [
    "''",
    "'a'",
    "1",
    "1.5",
    "true",
    "none",
    "[]",
    "()",
    "{}",
    "s",
    "l",
    "d",
    "und",
    "range",
    "'a'|safe",
    "l|map('abs')",
    "self",
    "d|items",
  ];

  test.each(owners)("not from %s", (owner) => {
    for (const name of names) {
      const read = `{{ (${owner}).${name} is defined }}{{ (${owner})['${name}'] is defined }}`;
      const outcome = renderOrError(read);
      expect([name, outcome]).toEqual([
        name,
        owner === "und" ? "TEMPLATE_UNDEFINED" : "FalseFalse",
      ]);
    }
  });

  test.each(names)("not as a variable, a block or a key: %s", (name) => {
    const template =
      `[{{ ${name} }}]{% set ${name} = 1 %}{{ ${name} }}{% block ${name} %}b{% endblock %}` +
      `{% with d = {'${name}': 2} %}{{ d.${name} }}{{ d }}{% endwith %}{% for ${name} in [3] %}{{ ${name} }}{% endfor %}`;
    expect(renderTemplate(template, {})).toBe(`[]1b2{'${name}': 2}3`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
