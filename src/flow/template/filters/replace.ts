import type { Call, Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { codePointsOf } from "../text/code-points.ts";
import { TextSearch } from "../text/text-search.ts";
import { escapeText, isHtml } from "../values/escape.ts";
import { plain } from "../values/kinds.ts";
import { softText, textOf } from "../values/text-of.ts";
import { Markup } from "../values/value.ts";

/** `text|replace(old, new)`. */
export const replace: Filter = {
  id: "replace",
  docs: {
    summary: "puts one text in the place of another, everywhere or so many times",
    examples: [
      {
        template:
          "{{ 'aaa'|replace('a', 'b') }} {{ 'aaa'|replace('a', 'b', 2) }} {{ 'ab'|replace('', '-') }}",
        output: "bbb bba -a-b-",
      },
      {
        template: "{% autoescape true %}{{ '<b>'|safe|replace('b', '<') }}{% endautoescape %}",
        output: "<&lt;>",
      },
      { template: "{{ 'a'|replace('a', 'b', 'c') }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "old" }, { name: "new" }, { name: "count", default: null }],
  apply(call) {
    const { input, argument, escapes, host } = call;
    const old = textOf(argument("old"), host.budget);
    const wanted = argument("count");
    const count = wanted === null ? -1 : intArgument(wanted);
    const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
    const text = escapes ? escapedInput(call) : textOf(input, host.budget);
    const safe = text instanceof Markup;
    const replacement = (safe ? escapeText : textOf)(argument("new"), host.budget);
    const replaced = replaceText(plain(text), { old, replacement, limit }, call);
    return safe ? new Markup(replaced) : replaced;
  },
};

/** Where output is escaped, HTML to put in makes the text HTML too. */
function escapedInput({ input, argument, host }: Call): ReturnType<typeof softText> {
  const escapesInput = isHtml(argument("old")) || (isHtml(argument("new")) && !isHtml(input));
  return escapesInput ? new Markup(escapeText(input, host.budget)) : softText(input, host.budget);
}

interface Replacement {
  readonly old: string;
  readonly replacement: string;
  readonly limit: number;
}

function replaceText(
  text: string,
  { old, replacement, limit }: Replacement,
  { host }: Call,
): string {
  host.budget.scan(text.length + old.length);
  const pieces = old === "" ? aroundEach(text, limit) : new TextSearch(old).split(text, limit);
  host.budget.charge(pieces.length);
  host.budget.produce(text.length + (pieces.length - 1) * replacement.length);
  return pieces.join(replacement);
}

/** Nothing stands before and behind every character. */
function aroundEach(text: string, limit: number): readonly string[] {
  const chars = codePointsOf(text);
  if (limit > chars.length) return ["", ...chars, ""];
  const count = Math.max(0, limit);
  return count === 0 ? [text] : ["", ...chars.slice(0, count - 1), chars.slice(count - 1).join("")];
}
