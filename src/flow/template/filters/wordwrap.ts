import type { Call, Filter } from "../callable/callable.ts";
import { failAttribute } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { splitPythonLines } from "../text/python-space.ts";
import { wrapLine } from "../text/wrap-line.ts";
import { numberOf } from "../values/equals.ts";
import { isIndex, isNumeric, isText, plain } from "../values/kinds.ts";
import { textOf } from "../values/text-of.ts";
import { truthOf } from "../values/truth.ts";
import { typeNameOf } from "../values/type-name.ts";
import { failUndefined } from "../values/undefined.ts";
import { Markup, Undefined } from "../values/value.ts";

/** `text|wordwrap(width)`. */
export const wordwrap: Filter = {
  id: "wordwrap",
  docs: {
    summary: "breaks the lines of a text at a width, between words and at hyphens",
    examples: [
      { template: "{{ 'foo bar baz qux'|wordwrap(7) }}", output: "foo bar\nbaz qux" },
      {
        template: "{{ 'well-known a\\nb'|wordwrap(5, wrapstring='|') }}",
        output: "well-|known|a|b",
      },
      { template: "{{ 'abcdefg hi'|wordwrap(4, false) }}", output: "abcdefg\nhi" },
      { template: "{{ 'a'|wordwrap(0) }}", error: "ValueError" },
      { template: "{{ 1|wordwrap }}", error: "AttributeError" },
    ],
  },
  parameters: [
    { name: "width", default: 79 },
    { name: "break_long_words", default: true },
    { name: "wrapstring", default: null },
    { name: "break_on_hyphens", default: true },
  ],
  apply(call) {
    const { input, argument, host } = call;
    const wrapstring = argument("wrapstring") ?? "\n";
    if (wrapstring instanceof Undefined) failUndefined(wrapstring, host.budget);
    if (!isText(wrapstring)) return failAttribute(wrapstring, "join");
    if (input instanceof Undefined) failUndefined(input, host.budget);
    if (!isText(input)) return failAttribute(input, "splitlines");
    host.budget.charge(plain(input).length);
    const lines = splitPythonLines(plain(input)).flatMap((line) => wrap(line, call));
    const text = lines.join(plain(wrapstring));
    host.budget.produce(text.length);
    return wrapstring instanceof Markup ? new Markup(text) : text;
  },
};

/** Makes a whole number no whole number, without changing what fits. */
const tiny = 1e-6;

/** The lines that one becomes; an empty one stays. */
function wrap(line: string, { argument, host }: Call): readonly string[] {
  const width = argument("width");
  if (width instanceof Undefined) failUndefined(width, host.budget);
  if (!isNumeric(width)) {
    const name = typeNameOf(width);
    return raise("TypeError", `'<=' not supported between instances of '${name}' and 'int'`);
  }
  const columns = Number(numberOf(width));
  if (columns <= 0)
    raise("ValueError", `invalid width ${textOf(width, host.budget)} (must be > 0)`);
  const wrapped = wrapLine(line, {
    // A float is compared like an int and only fails where a word has to be cut.
    width: isIndex(width) ? columns : columns + tiny,
    breakLongWords: truthOf(argument("break_long_words")),
    breakOnHyphens: truthOf(argument("break_on_hyphens")),
  });
  return wrapped.length === 0 ? [""] : wrapped;
}
