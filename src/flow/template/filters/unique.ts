import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { cursorOf, yielding } from "../values/cursor.ts";
import { keyOf } from "../values/dict.ts";
import { truthOf } from "../values/truth.ts";
import { type DictKey, Generator, type Value } from "../values/value.ts";

/** `values|unique`. */
export const unique: Filter = {
  id: "unique",
  docs: {
    summary: "drops values that were there before, without regard to capital letters",
    examples: [
      { template: "{{ ['a', 'b', 'A', 1, 1.0]|unique|list }}", output: "['a', 'b', 1]" },
      { template: "{{ ['a', 'A']|unique(true)|list }}", output: "['a', 'A']" },
      { template: "{{ [[]]|unique|list }}", error: "TypeError" },
    ],
  },
  parameters: [
    { name: "case_sensitive", default: false },
    { name: "attribute", default: null },
  ],
  apply: (call) => {
    return new Generator(
      "generator",
      "<generator object sync_do_unique at 0x0>",
      yielding(distinct(call)),
    );
  },
};

function* distinct({ input, argument, host }: Call): globalThis.Generator<Value, void> {
  const ignoreCase = !truthOf(argument("case_sensitive"));
  const get = attributeGetter(argument("attribute"), host, { ignoreCase });
  const seen = new Set<DictKey>();
  const cursor = cursorOf(input, host.budget);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    host.budget.charge(1);
    const key = keyOf(get(item));
    if (seen.has(key)) continue;
    seen.add(key);
    yield item;
  }
}
