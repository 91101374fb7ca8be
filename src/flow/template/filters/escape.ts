import type { Filter } from "../callable/callable.ts";
import { escapeHtml, escapeValue } from "../values/escape.ts";
import { escapeText, isHtml } from "../values/escape.ts";
import { textOf } from "../values/text-of.ts";
import { Markup } from "../values/value.ts";

/** `value|escape`. */
export const escape: Filter = {
  id: "escape",
  aliases: ["e"],
  docs: {
    summary: "writes what means something in HTML as entities, once",
    examples: [
      {
        template: `{{ "<a b='c'>&"|e }} {{ '<'|e|e }}`,
        output: "&lt;a b=&#39;c&#39;&gt;&amp; &lt;",
      },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => escapeValue(input, host.budget),
};

/** `value|forceescape`. */
export const forceescape: Filter = {
  id: "forceescape",
  docs: {
    summary: "writes what means something in HTML as entities, also where that was done already",
    examples: [{ template: "{{ '<'|e|forceescape }}", output: "&amp;lt;" }],
  },
  parameters: [],
  apply: ({ input, host }) => {
    const text = isHtml(input) ? escapeText(input, host.budget) : textOf(input, host.budget);
    const escaped = escapeHtml(text);
    host.budget.produce(escaped.length);
    return new Markup(escaped);
  },
};

/** `value|safe`. */
export const safe: Filter = {
  id: "safe",
  docs: {
    summary: "marks a text as HTML that needs no escaping",
    examples: [
      {
        template: "{% autoescape true %}{{ '<b>'|safe }}{{ '<' }}{% endautoescape %}",
        output: "<b>&lt;",
      },
    ],
  },
  parameters: [],
  apply: ({ input, host }) => {
    return new Markup(isHtml(input) ? escapeText(input, host.budget) : textOf(input, host.budget));
  },
};
