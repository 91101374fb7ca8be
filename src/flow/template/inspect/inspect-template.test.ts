import { describe, expect, test } from "vitest";
import { renderTemplate, TemplateError } from "../index.ts";
import { vocabularies } from "../vocabulary.ts";
import { inspectTemplate } from "./inspect-template.ts";
import type { TemplateFacts } from "./template-facts.ts";

type Kind = Exclude<keyof TemplateFacts, "nullUses">;

function spots(source: string, kind: Kind): readonly string[] {
  const found = inspectTemplate(source)?.[kind] ?? [];
  return found.map(({ name, position }) => `${name} ${position.line}:${position.column}`);
}

function nullUses(source: string): readonly string[] {
  return (inspectTemplate(source)?.nullUses ?? []).map(({ name, effect }) => `${name} ${effect}`);
}

describe("what stands in a template", () => {
  test.each<[string, Kind, readonly string[]]>([
    ["{{ x.upper() }}", "calls", ["upper 1:6"]],
    ["a\n{{ range(3) }}", "calls", ["range 2:4"]],
    ["{{ (x)(1) }} {{ f(g()) }}", "calls", ["x 1:5", "f 1:17", "g 1:19"]],
    ["{{ x[0](1) }}", "calls", ["( 1:8"]],
    ["{% call m(1) %}{% endcall %}", "calls", ["m 1:9"]],
    ["{% macro m() %}{{ loop.cycle(1) }}{% endmacro %}", "calls", ["cycle 1:24"]],
    ["{{ x | upper }} {{ x.y }}", "calls", []],
    ["{% raw %}{{ x.y() }}{% endraw %}{# f() #}", "calls", []],
    ["{{ 2 * 3 ** x }}", "multiplications", ["* 1:10", "* 1:6"]],
    ["{{ 2 // 3 - 1 }}", "multiplications", []],
    ["{{ x.items }} {{ x\n .y.z }}", "attributes", ["items 1:6", "y 2:3", "z 2:5"]],
    ["{{ x.items() }} {{ x['items'] }}", "attributes", []],
    ["{{ a | default(b) }}{% set c = 1 %}{{ c }}", "names", ["a 1:4", "b 1:16"]],
    ["{% for x in xs %}{{ x }}{{ loop.index }}{% endfor %}", "names", ["xs 1:13"]],
    ["{% if a is defined and b == 1 %}{% endif %}", "names", ["a 1:7", "b 1:24"]],
    ["{{ f(x) }}", "names", ["x 1:6"]],
    ["{{ x | split('a') | first }}", "filters", ["split 1:8", "first 1:21"]],
    ["{% filter upper %}{{ x }}{% endfilter %}", "filters", ["upper 1:11"]],
    ["{% include 'a' %}{% extends b %}", "references", ["include 1:4", "extends 1:21"]],
    ["{% import 'a' as m %}{% from 'b' import c %}", "references", ["import 1:4", "from 1:25"]],
  ])("%s has the %s %j", (source, kind, expected) => {
    expect(spots(source, kind)).toEqual(expected);
  });

  test("a template that cannot be read has none", () => {
    expect(inspectTemplate("{{ x")).toBeUndefined();
    expect(inspectTemplate("{% nonsense %}")).toBeUndefined();
    expect(inspectTemplate(`{{ ${"(".repeat(500)}`)).toBeUndefined();
  });
});

const prints: readonly string[] = [
  "{{ x }}",
  "{{ x | trim }}",
  "{{ x | default('a') }}",
  "{{ x ~ 'a' }}",
  "{{ 'a' if y else x }}",
  "{{ y and x }}",
  "{{ none or x }}",
  "{{ x | split(':') | first }}",
  "{% if x is defined %}{{ x }}{% endif %}",
  "{% if x is none %}{{ x }}{% endif %}",
  "{% if x %}{% else %}{{ x }}{% endif %}",
  "{% if y or x %}{{ x }}{% endif %}",
  "{% if not x %}{{ x }}{% endif %}",
  "{% if x == none %}{{ x }}{% endif %}",
  "{% if x != 'a' %}{{ x }}{% endif %}",
  "{% for a in [1] %}{{ x }}{% endfor %}",
  "{% block b %}{{ x }}{% endblock %}",
];
const fails: readonly string[] = [
  "{% for a in x %}{% endfor %}",
  "{{ x | length }}",
  "{{ x | first }}",
  "{{ x + 1 }}",
  "{{ 'a' in x }}",
  "{{ 'a' not in x }}",
  "{{ x.y.z }}",
  "{{ x['y'].z }}",
  "{{ x | default([]) | join }}",
];
const safe: readonly string[] = [
  "{{ x or 'a' }}",
  "{{ x | default('a', true) }}",
  "{{ x | default('a', boolean=true) }}",
  "{{ x | tojson }}",
  "{{ x.y }}",
  "{{ x['y'] }}",
  "{{ x if x else 'a' }}",
  "{{ x[:2] if y and x and x[0] else 'a' }}",
  "{% if x %}{{ x }}{% endif %}",
  "{% if x is not none %}{{ x }}{% endif %}",
  "{% if x != none %}{{ x }}{% endif %}",
  "{% if y and x %}{{ x }}{% endif %}",
  "{% if not x %}a{% else %}{{ x }}{% endif %}",
  "{% if x is none %}a{% elif y %}{{ x }}{% else %}{{ x }}{% endif %}",
  "{% if x == none or y %}a{% else %}{{ x }}{% endif %}",
  "{% for a in x or [] %}{{ a }}{% endfor %}",
  "{% if x and x | length > 0 %}{{ x }}{% endif %}",
  "{{ x | default('', true) | split(':') | first }}",
  "{% set x = x or 'a' %}{{ x }}",
];

function outcome(source: string): string {
  try {
    return /none/i.test(renderTemplate(source, { x: null, y: 1 })) ? "print" : "";
  } catch (error) {
    if (error instanceof TemplateError) return "fail";
    throw error;
  }
}

describe("null", () => {
  test.each(prints)("is printed by %s", (source) => {
    expect(nullUses(source).filter((use) => use.startsWith("x"))).toEqual(["x print"]);
    expect(["print", "y"]).toContain(/\b[yz]\b/.test(source) ? "y" : outcome(source));
  });
  test.each(fails)("ends %s", (source) => {
    expect(nullUses(source)).toEqual(["x fail"]);
    expect(outcome(source)).toBe("fail");
  });
  test.each(safe)("does nothing to %s", (source) => {
    expect(nullUses(source)).toEqual([]);
    expect(outcome(source)).toBe("");
  });

  test.each([...vocabularies.service.filters.keys()].toSorted())(
    "means to the filter %s what is known of it",
    (filter) => {
      const lazy = /^(?:batch|items|map|(?:select|reject)(?:attr)?|slice|unique)$/.test(filter);
      const args = {
        replace: "('a', 'b')",
        format: "(1)",
        batch: "(2)",
        slice: "(2)",
        attr: "('a')",
        map: "('upper')",
      };
      const known = new Map(Object.entries(args)).get(filter) ?? "";
      const filtered = `x | ${filter}${known}`;
      const source = lazy ? `{% for a in ${filtered} %}{% endfor %}` : `{{ ${filtered} }}`;
      const real = outcome(source);
      const found = nullUses(source).map((use) => use.split(" ")[1]);
      expect([filter, found.join()]).toEqual([filter, real]);
    },
  );
});
