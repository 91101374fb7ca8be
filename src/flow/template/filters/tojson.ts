import type { Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { jsonOf } from "../values/json-of.ts";
import { isIndex, isText } from "../values/kinds.ts";
import { typeNameOf } from "../values/type-name.ts";
import { failUndefined } from "../values/undefined.ts";
import { Markup, type Text, Undefined, type Value } from "../values/value.ts";

/** `value|tojson`. */
export const tojson: Filter = {
  id: "tojson",
  docs: {
    summary: "writes a value as JSON that is safe inside of HTML, with sorted keys",
    examples: [
      {
        template: `{{ {'b': [1, 1.0, none], 'a': "<é'&>"}|tojson }}`,
        output: String.raw`{"a": "\u003c\u00e9\u0027\u0026\u003e", "b": [1, 1.0, null]}`,
      },
      { template: "{{ [1]|tojson(2) }}", output: "[\n  1\n]" },
      { template: "{{ x|tojson }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "indent", default: null }],
  apply({ input, argument, host: { budget } }) {
    // A text is written before anybody looks at the indent.
    const indent = isText(input) ? undefined : indentOf(argument("indent"), budget);
    const json = jsonOf(input, indent, budget);
    return new Markup(json.replace(/[<>&']/g, (char) => escapes[char] ?? char));
  },
};

function indentOf(indent: Value, budget: Budget): Text | undefined {
  if (indent === null) return undefined;
  if (indent instanceof Undefined) return failUndefined(indent, budget);
  if (isText(indent)) return indent;
  if (!isIndex(indent)) {
    const name = typeNameOf(indent);
    return raise("TypeError", `can't multiply sequence by non-int of type '${name}'`);
  }
  const width = Math.max(0, intArgument(indent));
  budget.produce(width);
  return " ".repeat(width);
}

const escapes: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "'": "\\u0027",
};
