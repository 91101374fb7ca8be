import type { Filter } from "../callable/callable.ts";
import { failAttribute, failSearch } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { dictEntries } from "../values/dict.ts";
import { escapeText } from "../values/escape.ts";
import { isDict, isText, plain } from "../values/kinds.ts";
import { truthOf } from "../values/truth.ts";
import { failUndefined } from "../values/undefined.ts";
import { Markup, Undefined } from "../values/value.ts";

/** `dict|xmlattr`. */
export const xmlattr: Filter = {
  id: "xmlattr",
  docs: {
    summary: "writes a dict as the attributes of a tag, without those that are none",
    examples: [
      {
        template: "<a{{ {'href': 'x?a&b', 'id': none}|xmlattr }}>",
        output: '<a href="x?a&amp;b">',
      },
      { template: "[{{ {'a': 1}|xmlattr(false) }}]", output: '[a="1"]' },
      { template: "{{ {'a b': 1}|xmlattr }}", error: "ValueError" },
      { template: "{{ []|xmlattr }}", error: "AttributeError" },
    ],
  },
  parameters: [{ name: "autospace", default: true }],
  apply({ input, argument, escapes, host: { budget } }) {
    if (input instanceof Undefined) failUndefined(input, budget);
    if (!isDict(input)) return failAttribute(input, "items");
    const attributes: string[] = [];
    for (const [key, value] of dictEntries(input)) {
      if (value === null || value instanceof Undefined) continue;
      if (!isText(key)) return failSearch(key);
      if (/[ \t\n\r\f\v/>=]/.test(plain(key))) {
        raise("ValueError", `Invalid character in attribute name: '${plain(key)}'`);
      }
      attributes.push(`${escapeText(key, budget)}="${escapeText(value, budget)}"`);
    }
    const text = attributes.join(" ");
    const spaced = truthOf(argument("autospace")) && text !== "" ? ` ${text}` : text;
    return escapes ? new Markup(spaced) : spaced;
  },
};
