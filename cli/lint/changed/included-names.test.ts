import { expect, test } from "vitest";
import { includedNames } from "./included-names.ts";

test.each<[text: string, names: string[]]>([
  [`{% include "a.jinja" %}`, ["a.jinja"]],
  [`{%- include 'a/b.jinja' -%}`, ["a/b.jinja"]],
  [
    `{% extends "base.jinja" %}{% block x %}{% include "part.jinja" %}{% endblock %}`,
    ["base.jinja", "part.jinja"],
  ],
  [`{% include ["one.jinja", 'two.jinja'] ignore missing %}`, ["one.jinja", "two.jinja"]],
  [`{% import "m.jinja" as m %}{% from 'n.jinja' import x %}`, ["m.jinja", "n.jinja"]],
  [`{% include\n  "a.jinja"\n%}`, ["a.jinja"]],
  [`{% include "a" if b else "c" %}{% include "a" %}`, ["a", "c"]],
  [`{{ "no.jinja" }} include "no.jinja" {% set x = "no.jinja" %}`, []],
  [`{% include name %}`, []],
])("%j includes %j", (text, names) => {
  expect(includedNames(text)).toEqual(names);
});

test.each(["{% include ", "{% include '", '{% include "a', "{%-                   "])(
  "many of %j take time in proportion",
  (part) => {
    const start = performance.now();
    includedNames(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  },
);
