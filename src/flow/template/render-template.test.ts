import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import { PyFloat } from "../../core/python/py-float.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import { renderPrompt, renderTemplate, TemplateError } from "./index.ts";
import type { TemplateErrorParts } from "./template-error.ts";

describe("variables", () => {
  test.each<[string, JsonObject, string]>([
    ["{{ a }}", { a: 1 }, "1"],
    ["{{ a }}", { a: 1.5 }, "1.5"],
    ["{{ a }}", { a: { __float__: "3.0" } }, "3.0"],
    [
      "{{ a }}",
      { a: [{ __float__: "1e+22" }, { __float__: "inf" }, { __float__: "nan" }] },
      "[1e+22, inf, nan]",
    ],
    ["{{ a }}", { a: { __float__: "3.0", b: 1 } }, "{'__float__': '3.0', 'b': 1}"],
    ["{{ a }}", { a: 1e22 }, "10000000000000000000000"],
    ["{{ a }} {{ -a }}", { a: -0 }, "0 0"],
    ["{{ a }}", { a: null }, "None"],
    ["{{ a['__proto__'] }}", { a: JSON.parse('{"__proto__": "x"}') }, "x"],
    ["{{ __proto__ }}{{ constructor }}", {}, ""],
  ])("%s with %j", (template, variables, expected) => {
    expect(renderTemplate(template, variables)).toBe(expected);
  });

  test("Python's values can be given as they are", () => {
    const variables = new Map<string, PyValue>([
      ["f", new PyFloat(3)],
      ["big", 2n ** 70n],
      ["d", new Map([["k", [true, null]]])],
    ]);
    expect(renderPrompt("{{ f }} {{ big }} {{ d }}", variables)).toBe(
      "3.0 1180591620717411303424 {'k': [True, None]}",
    );
  });

  test("nothing that is passed in is changed", () => {
    const list: PyValue[] = [3, 1];
    const dict = new Map<string, PyValue>([["a", 1]]);
    const variables = new Map<string, PyValue>([
      ["l", list],
      ["d", dict],
    ]);
    renderPrompt(
      "{{ l|sort }}{{ l|reverse|list }}{% set l = 1 %}{% set d = {'a': 2} %}{{ d }}",
      variables,
    );
    expect({ list, dict, names: [...variables.keys()] }).toEqual({
      list: [3, 1],
      dict: new Map([["a", 1]]),
      names: ["l", "d"],
    });
  });

  test("one rendering leaves nothing behind for the next", () => {
    const template =
      "{% set x = x|default(0) + 1 %}{{ x }}{% set g = [1, 2]|map('abs') %}{{ g|list }}";
    expect([renderTemplate(template, {}), renderTemplate(template, {})]).toEqual([
      "1[1, 2]",
      "1[1, 2]",
    ]);
  });
});

function errorOf(template: string, files: Readonly<Record<string, string>> = {}): TemplateError {
  try {
    renderTemplate(template, {}, { files: (name) => files[name] });
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("errors", () => {
  test.each<[string, TemplateErrorParts["code"], string | undefined]>([
    ["{{ a b }}", "TEMPLATE_SYNTAX", "TemplateSyntaxError"],
    ["{{ a|nope }}", "TEMPLATE_SYNTAX", "TemplateAssertionError"],
    ["{{ f(a=1, a=2) }}", "TEMPLATE_SYNTAX", "SyntaxError"],
    ["{{ a.b }}", "TEMPLATE_UNDEFINED", "UndefinedError"],
    ["{{ 'a'.upper() }}", "TEMPLATE_SECURITY", "SecurityError"],
    ["{{ 2 ** 3 }}", "TEMPLATE_SECURITY", "SecurityError"],
    ["{{ 1 + 'a' }}", "TEMPLATE_RUNTIME", "TypeError"],
    ["{{ 1 / 0 }}", "TEMPLATE_RUNTIME", "ZeroDivisionError"],
    ["{% include 'x' %}", "TEMPLATE_NOT_FOUND", "TemplateNotFound"],
    ["{% include ['x', 'y'] %}", "TEMPLATE_NOT_FOUND", "TemplatesNotFound"],
    ["{{ 'a'|center(9999999) }}", "TEMPLATE_LIMIT", undefined],
  ])("%s", (template, code, pythonType) => {
    const error = errorOf(template);
    expect({ code: error.code, pythonType: error.pythonType }).toEqual({ code, pythonType });
    expect(error).toBeInstanceOf(AppError);
    expect(error.hint).toBeDefined();
  });

  const files = {
    fails: "x\n  {{ 1 / 0 }}",
    broken: "x\n\n{% nope %}",
    nests: "{% include 'fails' %}",
    block: "{% block b %}{{ 1 / 0 }}{% endblock %}",
  };
  test.each([
    ["{{ a.b }}", 1, 5, undefined],
    ["line\n  {{ a.b.c }}", 2, 7, undefined],
    ["{{ x }}\r\n{{ 'é😀' + 1 }}", 2, 10, undefined],
    ["{{ a }}\n{{ b|abs }}", 2, 6, undefined],
    ["{{ b is\n  odd }}", 1, 6, undefined],
    ["{% for a, b in\n [1] %}{% endfor %}", 1, 4, undefined],
    ["{% if a %}", 1, 11, undefined],
    ["a\n{{ 'x }}", 2, 4, undefined],
    ["a\n{# x", 2, 3, undefined],
    ["{% include 'fails' %}", 2, 8, "fails"],
    ["{% include 'nests' %}", 2, 8, "fails"],
    ["{% include 'broken' %}", 3, 4, "broken"],
    ["{% extends 'block' %}", 1, 19, "block"],
    ["{% include 'fails' ~ '' %}{{ 1 }}", 2, 8, "fails"],
    ["{% set x %}{% include 'block' ignore missing %}{% endset %}", 1, 19, "block"],
  ])("%j is placed", (template, line, column, name) => {
    const error = errorOf(template, files);
    expect({ ...error.position, template: error.template }).toEqual({
      line,
      column,
      template: name,
    });
  });

  test("the message is Python's", () => {
    expect(errorOf("{{ {'a': 1}.b.c }}").message).toBe("'dict object' has no attribute 'b'");
    expect(errorOf("{{ [1, 'a']|sort }}").message).toBe(
      "'<' not supported between instances of 'str' and 'int'",
    );
  });
});

describe("files", () => {
  test.each([
    ["a", "a"],
    ["a/b", "a/b"],
    ["./a//b/.", "a/b"],
    ["/a", "a"],
  ])("%j is asked for as %j", (written, asked) => {
    const names: string[] = [];
    const files = (name: string): string => {
      names.push(name);
      return "x";
    };
    expect(renderTemplate(`{% include '${written}' %}`, {}, { files })).toBe("x");
    expect(names).toEqual([asked]);
  });

  test.each(["../a", "a/../b", "..", "a\\0b"])("%j is never asked for", (written) => {
    const files = (name: string): string => {
      throw new Error(`asked for ${name}`);
    };
    expect(() => renderTemplate(`{% include '${written}' %}`, {}, { files })).toThrow(
      expect.objectContaining({ code: "TEMPLATE_NOT_FOUND" }),
    );
  });

  test("a template is read again when its text changes", () => {
    let text = "one";
    const render = (): string => renderTemplate("{% include 'a' %}", {}, { files: () => text });
    const first = render();
    text = "two";
    expect([first, render()]).toEqual(["one", "two"]);
  });
});

describe("the first pass over a chat prompt", () => {
  test("writes unknown names out again and knows no files", () => {
    const options = { pass: "chat-partial", files: (): string => "x" } as const;
    expect(renderTemplate("{{ a }} {{ b }}", { a: 1 }, options)).toBe("1 {{ b }}");
    expect(() => renderTemplate("{% include 'a' %}", {}, options)).toThrow(
      "no loader for this environment specified",
    );
  });

  test("is kept apart from the other for one and the same text", () => {
    const template = "{{ a|split }}";
    expect(() => renderTemplate(template, { a: "x y" }, { pass: "chat-partial" })).toThrow("split");
    expect(renderTemplate(template, { a: "x y" })).toBe("['x', 'y']");
    expect(() => renderTemplate(template, { a: "x y" }, { pass: "chat-partial" })).toThrow("split");
  });
});

describe("what is printed of values can be changed", () => {
  const printed = (text: string): string => `<${text}>`;
  test.each([
    ["a {{ x }} b", "a <X> b"],
    ["{{ x ~ 'y' }}{{ 'y' }}{{ 1 + 1 }}", "<Xy>y2"],
    ["{{ unknown }}{{ unknown|default('d') }}", "{{ unknown }}d"],
    ["{% set y %}{{ x }}{% endset %}{{ y }}{% if y == 'X' %}!{% endif %}", "<X>!"],
    ["{% filter upper %}a{{ x }}{% endfilter %}", "<AX>"],
    ["{% for c in x %}{{ c }}{{ loop.index }}{% endfor %}", "<X><1>"],
    ["{% raw %}{{ x }}{% endraw %}", "{{ x }}"],
  ])("%s", (template, expected) => {
    expect(renderTemplate(template, { x: "X" }, { pass: "chat-partial", printed })).toBe(expected);
  });
});
