import type { Filter } from "../callable/callable.ts";
import { intArgument } from "../callable/int-argument.ts";
import { raise } from "../python-exception.ts";
import { splitAtSpaces } from "../text/split-at-spaces.ts";
import { TextSearch } from "../text/text-search.ts";
import { isText, plain } from "../values/kinds.ts";
import { textOf } from "../values/text-of.ts";
import { typeNameOf } from "../values/type-name.ts";

/** `text|split(delimiter)`, which is the service's own. */
export const split: Filter = {
  id: "split",
  docs: {
    summary: "cuts a text at every delimiter, or at the first so many",
    examples: [
      {
        template: "{{ 'a,b,,c'|split(',') }} {{ 'a b c'|split(maxsplit=1) }}",
        output: "['a', 'b', '', 'c'] ['a', 'b c']",
      },
      { template: "{{ ' a  b '|split(none) }}", output: "['a', 'b']" },
      { template: "{{ 'a'|split('') }}", error: "SecurityError" },
      { template: "{{ 'a'|split(1) }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "delimiter", default: " " },
    { name: "maxsplit", default: null },
  ],
  apply({ input, argument, host }) {
    const delimiter = argument("delimiter");
    if (isText(delimiter) && plain(delimiter) === "") {
      raise("SecurityError", "Empty delimiter is not allowed for split filter");
    }
    const text = textOf(input, host.budget);
    const wanted = argument("maxsplit");
    if (delimiter !== null && !isText(delimiter)) {
      return raise("TypeError", `must be str or None, not ${typeNameOf(delimiter)}`);
    }
    const count = wanted === null ? -1 : intArgument(wanted);
    const limit = count < 0 ? Number.POSITIVE_INFINITY : count;
    host.budget.produce(text.length);
    const pieces =
      delimiter === null
        ? splitAtSpaces(text, limit)
        : new TextSearch(plain(delimiter)).split(text, limit);
    host.budget.charge(pieces.length);
    return pieces;
  },
};
