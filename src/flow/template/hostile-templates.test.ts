import process from "node:process";
import { describe, expect, test } from "vitest";
import { renderTemplate, TemplateError, templateVariables } from "./index.ts";

const range = Array.from({ length: 100 }, (_, index) => index);
const variables = { l: range, s: "hello World", d: { a: 1 } };

function repeat(...parts: readonly (readonly [string, number])[]): string {
  return parts.map(([text, count]) => text.repeat(count)).join("");
}

// None of these may take long or much, whatever it ends with.
const double = (expression: string): string => {
  return `{% set x = ${expression} %}${"{% set x = x + x %}".repeat(40)}{{ x|length }}`;
};
const hostile: readonly (readonly [name: string, template: string])[] = [
  ["nested loops", repeat(["{% for a in l %}", 12], ["x", 1], ["{% endfor %}", 12])],
  ["a string that doubles", double("'aaaaaaaa'")],
  ["a list that doubles", double("[1, 2]")],
  [
    "a list that holds itself ever more often",
    `{% set x = [1] %}${"{% set x = [x, x, x, x] %}".repeat(15)}{{ x }}`,
  ],
  ["the same as JSON", `{% set x = [1] %}${"{% set x = [x, x, x, x] %}".repeat(15)}{{ x|tojson }}`],
  [
    "the same compared",
    `{% set x = [1] %}{% set y = [1] %}${"{% set x = [x, x] %}{% set y = [y, y] %}".repeat(25)}{{ x == y }}`,
  ],
  [
    "the same sorted",
    `{% set x = [1] %}${"{% set x = [x, x] %}".repeat(25)}{{ [x, x]|sort|length }}`,
  ],
  ["the same pretty", `{% set x = [1] %}${"{% set x = [x, x, x] %}".repeat(12)}{{ x|pprint }}`],
  ["a wide center", "{{ 'x'|center(2000000000) }}"],
  ["a wide indent", "{{ 'a\nb'|indent(2000000000) }}"],
  ["a wide format", "{{ '%2000000000d' % 1 }}"],
  ["a precise format", "{{ '%.2000000000f' % 1.0 }}"],
  ["a wide batch", "{{ l|batch(2000000000, 'x')|list|length }}"],
  ["many slices", "{{ l|slice(2000000000)|list|length }}"],
  [
    "rounding far",
    "{{ 1|round(2000000000) }}{{ 1.5|round(-2000000000) }}{{ 7|round(-2000000000) }}{{ 1|round(999999, 'floor') }}",
  ],
  ["a deep JSON indent", "{{ d|tojson(indent=2000000000) }}"],
  ["replacing nothing", "{{ 'a'|center(20000)|replace('', 'b'|center(20000)) }}"],
  [
    "a needle that almost matches",
    "{{ ('a'|center(200000)|replace(' ', 'a')).x }}{{ 'a'|center(200000)|replace(' ', 'a')|replace('b' ~ 'a'|center(100000)|replace(' ', 'a'), 'c')|length }}",
  ],
  [
    "the same contained",
    "{% set h = 'a'|center(200000)|replace(' ', 'a') %}{{ ('b' ~ h[:100000]) in h }}{{ (h[:100000] ~ 'b') in h }}",
  ],
  [
    "looking at a long text again and again",
    "{% set h = 'é'|center(200000) %}{% for a in l %}{% for b in l %}{{ h|length }}{{ h[5] }}{{ h|wordcount }}{% endfor %}{% endfor %}",
  ],
  ["deep brackets", repeat(["{{ ", 1], ["(", 4_000], ["1", 1], [")", 4_000], [" }}", 1])],
  ["deep lists", repeat(["{{ ", 1], ["[", 4_000], ["]", 4_000], [" }}", 1])],
  ["many nots", repeat(["{{", 1], [" not", 10_000], [" 1 }}", 1])],
  ["many signs", repeat(["{{ ", 1], ["-", 10_000], ["1 }}", 1])],
  ["a long chain of look-ups", repeat(["{{ a", 1], [".b", 20_000], [" }}", 1])],
  ["a long sum", repeat(["{{ ", 1], ["1+", 20_000], ["1 }}", 1])],
  ["a long concatenation", repeat(["{{ ", 1], ["1~", 20_000], ["1 }}", 1])],
  ["a long chain of filters", repeat(["{{ s", 1], ["|upper", 20_000], [" }}", 1])],
  ["many elifs", repeat(["{% if a %}", 1], ["{% elif b %}", 6_000], ["{% endif %}", 1])],
  ["many ifs that set", repeat(["{% if a %}{% set x = b %}{% endif %}", 5000])],
  [
    "many names in many ifs",
    Array.from({ length: 2000 }, (_, index) => `{% if a %}{% set x${index} = b %}{% endif %}`).join(
      "",
    ),
  ],
  ["macros in macros", repeat(["{% macro m(a) %}{{ caller }}", 150], ["{% endmacro %}", 150])],
  ["loops in loops", repeat(["{% for a in [1] %}{{ loop }}", 150], ["{% endfor %}", 150])],
  ["many outputs", repeat(["{{ s }}", 6_000])],
  ["an unfinished raw", repeat(["{% raw %}", 1], ["{% ", 20_000])],
  ["an unfinished raw end", repeat(["{% raw %}", 1], ["{% endraw ", 10_000])],
  ["an unfinished comment", repeat(["{#", 1], [" -", 100_000])],
  ["an unfinished string", repeat(['{{ "', 1], ["\\", 200_000])],
  ["a long string", repeat(['{{ "', 1], ["\\\\", 100_000], ['"|length }}', 1])],
  ["space before a tag", repeat([" ", 100_000], ["{{- s }}", 1])],
  ["space inside of a tag", repeat(["{%-", 1], [" ", 100_000], ["x", 1])],
  ["braces that open nothing", repeat(["{ ", 60_000])],
  ["a number with many parts", repeat(["{{ ", 1], ["1_", 20_000], ["}}", 1])],
  ["a long number", repeat(["{{ ", 1], ["9", 20_000], [" }}", 1])],
  ["a long hexadecimal number", repeat(["{{ 0x", 1], ["f", 20_000], [" }}", 1])],
  [
    "a long number in a text",
    "{{ '9'|center(20000)|replace(' ', '9')|int }}{{ 'f'|center(20000)|replace(' ', 'f')|int(0, 36) }}",
  ],
  ["brackets in JSON", "{{ '['|center(100000)|replace(' ', '[')|parse_json }}"],
  [
    "tags to strip",
    "{{ '<a>'|center(180000)|replace(' ', '<')|striptags|length }}{{ '<!--'|center(60000)|replace(' ', '<!--')|striptags|length }}",
  ],
  [
    "comments that make comments",
    "{{ ('<!<!-->--'|center(10000)|replace(' ', '<!<!-->--'))|striptags|length }}",
  ],
  [
    "words to link",
    "{{ 'a@'|center(40000)|replace(' ', 'a@')|urlize|length }}{{ ')'|center(40000)|replace(' ', ')')|urlize|length }}",
  ],
  [
    "a word to wrap",
    "{{ 'a'|center(100000)|replace(' ', 'a')|wordwrap(1)|length }}{{ '-'|center(20000)|replace(' ', '-')|wordwrap(3)|length }}",
  ],
  ["a text to print prettily", "{{ ['a b'|center(100000)|replace(' ', 'a ')]|pprint|length }}"],
  [
    "digits to count",
    "{{ '%d' % ('9'|center(4000)|replace(' ', '9')|int) }}{% set x = '9'|center(4000)|replace(' ', '9')|int %}{% for a in l %}{% set y = x // 7 + x % 7 - x %}{% endfor %}",
  ],
  ["a template that includes itself", "{% include 'self' %}"],
  [
    "blocks that contain each other",
    "{% extends 'blocks' %}{% block b %}{% block a %}{% endblock %}{% endblock %}",
  ],
  ["imports in a loop", "{% for a in l %}{% import 'self' as s %}{% endfor %}"],
];

const files: Readonly<Record<string, string>> = {
  self: "{% include 'self' %}",
  blocks: "{% block a %}{% block b %}{% endblock %}{% endblock %}",
};

describe("a hostile template is harmless", () => {
  test.each(hostile)("%s", (_name, template) => {
    const work = (): string => renderTemplate(template, variables, { files: readFile });
    expect(millisecondsOf(work)).toBeLessThan(mostMilliseconds);
  });
});

const long = hostile.filter(([, template]) => template.length > 1000);

test.each(long)("%s harms nobody who only wants the variables", (_name, template) => {
  const work = (): unknown => templateVariables(template, { files: readFile });
  expect(millisecondsOf(work)).toBeLessThan(mostMilliseconds);
});

/** Most take some milliseconds; the bound leaves room for a slow machine. */
const mostMilliseconds = 4000;

/** Computing time, so that other work on the machine does not count; an error of the template is fine. */
function millisecondsOf(work: () => unknown): number {
  const start = process.cpuUsage();
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(TemplateError);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function readFile(name: string): string | undefined {
  return files[name];
}
