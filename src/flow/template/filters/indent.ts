import type { Filter } from "../callable/callable.ts";
import { failAttribute, intArgument } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { splitPythonLines } from "../text/python-space.ts";
import { alike, isIndex, isList, isText, plain } from "../values/kinds.ts";
import { truthOf } from "../values/truth.ts";
import { typeNameOf } from "../values/type-name.ts";
import { failUndefined } from "../values/undefined.ts";
import { Tuple, Undefined, type Value } from "../values/value.ts";

/** `text|indent(width)`. */
export const indent: Filter = {
  id: "indent",
  docs: {
    summary: "puts spaces, or a text, before every line but the first and empty ones",
    examples: [
      { template: "{{ 'a\\n\\nb'|indent(2) }}", output: "a\n\n  b" },
      { template: "{{ 'a\\nb'|indent('> ', first=true) }}", output: "> a\n> b" },
      { template: "{{ 'a\\n\\nb'|indent(1, blank=true) }}", output: "a\n \n b" },
      { template: "{{ 1|indent }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "width", default: 4 },
    { name: "first", default: false },
    { name: "blank", default: false },
  ],
  apply({ input, argument, host: { budget } }) {
    const indention = indentionOf(argument("width"), budget);
    if (input instanceof Undefined) failUndefined(input, budget);
    // A list takes the line end that Jinja2 adds, and only then turns out to have no lines.
    if (isList(input)) return failAttribute(input, "splitlines");
    if (input instanceof Tuple) {
      return raise("TypeError", 'can only concatenate tuple (not "str") to tuple');
    }
    if (!isText(input)) {
      const name = typeNameOf(input);
      return raise("TypeError", `unsupported operand type(s) for +=: '${name}' and 'str'`);
    }
    const lines = splitPythonLines(`${plain(input)}\n`);
    budget.produce(plain(input).length + lines.length * indention.length);
    const blank = truthOf(argument("blank"));
    const [start = "", ...rest] = lines;
    const indented = rest.map((line) => (line === "" && !blank ? line : indention + line));
    const text = [start, ...indented].join("\n");
    return alike(input, truthOf(argument("first")) ? indention + text : text);
  },
};

function indentionOf(width: Value, budget: Budget): string {
  if (isText(width)) return plain(width);
  if (width instanceof Undefined) failUndefined(width, budget);
  if (!isIndex(width)) {
    const name = typeNameOf(width);
    return raise("TypeError", `can't multiply sequence by non-int of type '${name}'`);
  }
  const count = Math.max(0, intArgument(width));
  budget.produce(count);
  return " ".repeat(count);
}
