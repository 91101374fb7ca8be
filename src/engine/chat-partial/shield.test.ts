import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../core/json.ts";
import { fromJson } from "../../core/python/convert.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { renderPrompt } from "../../flow/index.ts";
import { shieldFor } from "./shield.ts";

const later: PyDict = new Map([["model_friendly_name", "M"]]);

/** Both passes, as a chat renders its system text. */
function shielded(template: string, x: PyValue): string {
  const variables: PyDict = new Map([["x", x]]);
  const { hide, restore } = shieldFor(template, variables);
  const source = renderPrompt(template, variables, { pass: "chat-partial", printed: hide });
  return restore(renderPrompt(source, later));
}

/** Both passes, as the service renders them. */
function plain(template: string, x: PyValue): string {
  return renderPrompt(renderPrompt(template, new Map([["x", x]]), { pass: "chat-partial" }), later);
}

describe("what a template computes is the same as without the shield", () => {
  test.each<[string, JsonValue]>([
    ["{{ x }}", "plain"],
    ["{{ x }}", "100 % of #1, {a}"],
    ["{{ x|replace('#', 'no. ') }}", "#1"],
    ["{% if x == '50%' %}half{% else %}other{% endif %}", "50%"],
    ["{% if '%' in x %}yes{% else %}no{% endif %}", "5%"],
    ["{{ x['100%'] }}", { "100%": "all" }],
    ["{{ x|format(3) }}", "%d issues"],
    ["{{ '%s!'|format(x) }}", "5%"],
    ["{{ x|sort|join(',') }}", ["}", "a", "#", "%", "z"]],
    ["{{ x|length }} {{ x|upper }} {{ x|first }}", "#a%"],
    ["{{ x|urlencode }}", "a%b#c"],
    ["{{ x|tojson }}", { k: ["50%", "#"] }],
    ["{{ x }}", { k: { "#": ["%"] } }],
    ["{{ x }}", []],
    ["{% for c in x %}[{{ c }}]{% endfor %}", "a#%"],
    ["{% set y %}<{{ x }}>{% endset %}{{ y|replace('#', '') }}", "#1"],
    ["{% filter replace('#', 'n') %}<{{ x }}>{% endfilter %}", "#1%"],
    ["{{ x }} {{ model_friendly_name }}", "#"],
    ["{{ x }}{{ q|upper }}{{ q }}", "#"],
    ["{{ x }} {% raw %}{{ model_friendly_name }}{% endraw %}", "#"],
    ["{{ x }} {{ '{{ model_friendly_name }}' }}", "#"],
    ["{{ x }}", "\u3400\u3401\u3402\u3403 \ue000 \uf8ff"],
    ["\u3400 \ue000 {{ x }}", "#"],
    ["{{ '\\u3400' }} {{ x }}", "#"],
    ["{{ x|tojson }}", "\\u3400 %E3%90%80"],
  ])("%s with %j", (template, x) => {
    expect(shielded(template, fromJson(x))).toBe(plain(template, fromJson(x)));
  });

  test("where the second pass cannot read what the first leaves, either", () => {
    expect(() => plain("{{ x.nope }}", new Map())).toThrow("end of print statement");
    expect(() => shielded("{{ x.nope }}", new Map())).toThrow("end of print statement");
  });
});

describe("what a value smuggles in is printed, where the service would carry it out", () => {
  test.each<[string, JsonValue, string, string]>([
    ["A {{ x }}", "{{ 1 + 1 }}", "A {{ 1 + 1 }}", "A 2"],
    ["A {{ x }}", "{{ model_friendly_name }}", "A {{ model_friendly_name }}", "A M"],
    ["A {{ x }}", "{% if true %}B{% endif %}", "A {% if true %}B{% endif %}", "A B"],
    ["A {{ x }}", "b{# c #}", "A b{# c #}", "A b"],
    ["{{ x|upper }}", "{{ 'a' }}", "{{ 'A' }}", "A"],
    ["{{ x }}", { k: "{{ 1 + 1 }}" }, "{'k': '{{ 1 + 1 }}'}", "{'k': '2'}"],
    ["{{ x[0] }}{{ x[1] }}", ["{", "{ 1 + 1 }}"], "{{ 1 + 1 }}", "2"],
    ["{{ x|join('{ ') }}", ["{", "1 + 1 }}"], "{{ 1 + 1 }}", "2"],
    ["{{ '{' ~ x }}", "{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
    ["{{ q|replace('q', x) }}", "1 + 1", "{{ 1 + 1 }}", "2"],
    ["{{ q|default(x) }}", "{{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
    ["{% set y = x %}{{ y }}", "{{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
    ["{% set y %}{{ x }}{% endset %}{{ y }}", "{{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
    ["{% filter trim %} {{ x }}{% endfilter %}", "{{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
    ["{% for c in x %}{{ c }}{% endfor %}", "{{ 1 + 1 }}", "{{ 1 + 1 }}", "2"],
  ])("%s with %j", (template, x, inert, injected) => {
    expect(shielded(template, fromJson(x))).toBe(inert);
    expect(plain(template, fromJson(x))).toBe(injected);
  });
});

test("whatever the value, it is printed as it is", () => {
  const unit = fc.constantFrom("{", "}", "%", "#", "a", " ", "'", "-", "\u3400", "\\", "u");
  fc.assert(
    fc.property(fc.string({ unit }), (value) => {
      expect(shielded("[{{ x }}]", value)).toBe(`[${value}]`);
    }),
    { seed: 1, numRuns: 300 },
  );
});
