import type { Call, Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { yielding } from "../values/cursor.ts";
import { dictEntries } from "../values/dict.ts";
import { isDict } from "../values/kinds.ts";
import { Generator, Tuple, Undefined, type Value } from "../values/value.ts";

/** `dict|items`. */
export const items: Filter = {
  id: "items",
  docs: {
    summary: "goes through the pairs of a dict",
    examples: [
      { template: "{% for k, v in {'a': 1}|items %}{{ k }}={{ v }}{% endfor %}", output: "a=1" },
      { template: "{{ x|items|list }}", output: "[]" },
      { template: "{{ []|items|list }}", error: "TypeError" },
    ],
  },
  parameters: [],
  apply: (call) => {
    return new Generator("generator", "<generator object do_items at 0x0>", yielding(pairs(call)));
  },
};

function* pairs({ input, host }: Call): globalThis.Generator<Value, void> {
  if (input instanceof Undefined) return;
  if (!isDict(input)) raise("TypeError", "Can only get item pairs from a mapping.");
  for (const entry of dictEntries(input)) {
    host.budget.charge(1);
    yield new Tuple(entry);
  }
}
