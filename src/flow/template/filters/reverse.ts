import { attempt } from "../callable/attempt.ts";
import type { Filter } from "../callable/callable.ts";
import { reversedItems } from "../callable/reversed-items.ts";
import { raise } from "../python-exception.ts";
import { codePointsOf } from "../text/code-points.ts";
import { findCursor, drain, ListCursor } from "../values/cursor.ts";
import { alike, isDict, isList, isText, plain } from "../values/kinds.ts";
import { Generator, type Value } from "../values/value.ts";

/** `value|reverse`. */
export const reverse: Filter = {
  id: "reverse",
  docs: {
    summary: "turns a text round, or goes through values from the end",
    examples: [
      { template: "{{ 'abc'|reverse }} {{ [1, 2]|reverse|list }}", output: "cba [2, 1]" },
      { template: "{{ 1|reverse }}", error: "FilterArgumentError" },
    ],
  },
  parameters: [],
  apply({ input, host }) {
    if (isText(input)) {
      host.budget.produce(plain(input).length);
      return alike(input, codePointsOf(plain(input)).toReversed().join(""));
    }
    const items = reversedItems(input, host.budget);
    if (items !== undefined) {
      const name = iteratorName(input);
      return new Generator(name, `<${name} object at 0x0>`, new ListCursor(items));
    }
    const cursor =
      findCursor(input, host.budget) ?? raise("FilterArgumentError", "argument must be iterable");
    const drained = attempt(["TypeError"], () => drain(cursor, host.budget));
    return (drained ?? raise("FilterArgumentError", "argument must be iterable")).toReversed();
  },
};

function iteratorName(value: Value): string {
  if (isList(value)) return "list_reverseiterator";
  return isDict(value) ? "dict_reversekeyiterator" : "reversed";
}
