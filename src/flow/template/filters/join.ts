import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { listOf } from "../values/cursor.ts";
import { escapeText, isHtml } from "../values/escape.ts";
import { textOf } from "../values/text-of.ts";
import { Markup, type Value, type ValueList } from "../values/value.ts";

/** `values|join(separator)`. */
export const join: Filter = {
  id: "join",
  docs: {
    summary: "writes values one after the other with something between them",
    examples: [
      {
        template: "{{ [1, none, 'a']|join('-') }} {{ 'abc'|join(',') }}",
        output: "1-None-a a,b,c",
      },
      { template: "{{ [{'n': 1}, {'n': 2}]|join(' ', 'n') }}", output: "1 2" },
      {
        template: "{% autoescape true %}{{ ['<', '<b>'|safe]|join('&') }}{% endautoescape %}",
        output: "&lt;&amp;<b>",
      },
      { template: "{{ 1|join }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "d", default: "" },
    { name: "attribute", default: null },
  ],
  apply(call) {
    const attribute = call.argument("attribute");
    const values = listOf(call.input, call.host.budget);
    const shown = attribute === null ? values : values.map(attributeGetter(attribute, call.host));
    return joinValues(shown, call.argument("d"), call);
  },
};

function joinValues(
  values: ValueList,
  separator: Value,
  { escapes, host: { budget } }: Call,
): Value {
  const safe = escapes && [separator, ...values].some(isHtml);
  const write = (value: Value): string => (safe ? escapeText : textOf)(value, budget);
  const between = write(separator);
  const texts: string[] = [];
  let length = 0;
  for (const value of values) {
    const text = write(value);
    length += text.length + between.length;
    budget.checkLength(length);
    texts.push(text);
  }
  budget.produce(length);
  return safe ? new Markup(texts.join(between)) : texts.join(between);
}
