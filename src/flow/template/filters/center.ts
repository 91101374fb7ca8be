import type { Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { codePointLength } from "../text/code-points.ts";
import { alike, plain } from "../values/kinds.ts";
import { softText } from "../values/text-of.ts";

/** `text|center(width)`. */
export const center: Filter = {
  id: "center",
  docs: {
    summary: "puts spaces left and right of a text until it is so wide",
    examples: [
      { template: "[{{ 'ab'|center(5) }}] [{{ 'abc'|center(2) }}]", output: "[  ab ] [abc]" },
      { template: "{{ 'a'|center('b') }}", error: "TypeError" },
    ],
  },
  parameters: [{ name: "width", default: 80 }],
  apply({ input, argument, host }) {
    const text = softText(input, host.budget);
    const width = intArgument(argument("width"));
    const missing = width - codePointLength(plain(text));
    if (missing <= 0) return text;
    host.budget.produce(width);
    // Python puts the odd space left when the width is odd too.
    const left = Math.floor(missing / 2) + (missing % 2 === 1 && width % 2 === 1 ? 1 : 0);
    return alike(text, " ".repeat(left) + plain(text) + " ".repeat(missing - left));
  },
};
