import type { Filter } from "../callable/callable.ts";
import { unescapeHtml } from "../text/html-entities.ts";
import { stripTags } from "../text/strip-tags.ts";
import { escapeText, isHtml } from "../values/escape.ts";
import { textOf } from "../values/text-of.ts";

/** `text|striptags`. */
export const striptags: Filter = {
  id: "striptags",
  docs: {
    summary: "takes the tags and comments of HTML out of a text and decodes its entities",
    examples: [
      {
        template: "{{ '<p class=\"x\">a  <!-- <b> -->&lt;b&gt; &eacute; &#x41;</p>'|striptags }}",
        output: "a <b> é A",
      },
      { template: "{{ 'a < b'|striptags }} {{ none|striptags }}", output: "a < b None" },
    ],
  },
  parameters: [],
  apply({ input, host: { budget } }) {
    const text = isHtml(input) ? escapeText(input, budget) : textOf(input, budget);
    const comments = text.split("<!--").length;
    budget.produce(text.length);
    budget.charge(comments);
    return unescapeHtml(stripTags(text));
  },
};
