import { attributeGetter, type Getter } from "../callable/attribute-getter.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { cursorOf, yielding } from "../values/cursor.ts";
import { truthOf } from "../values/truth.ts";
import { Generator, type Value } from "../values/value.ts";

/** `values|map(filter)`, `values|map(attribute=name)`. */
export const map: Filter = {
  id: "map",
  docs: {
    summary: "applies a filter to each value, or takes an attribute of each",
    examples: [
      { template: "{{ ['a', 'b']|map('upper')|list }}", output: "['A', 'B']" },
      { template: "{{ [{'n': 1}, {}]|map(attribute='n', default='-')|join }}", output: "1-" },
      { template: "{{ [1]|map|list }}", error: "FilterArgumentError" },
      { template: "{{ [1]|map('nope')|list }}", error: "TemplateRuntimeError" },
    ],
  },
  parameters: { taken: ["context", "value"] },
  apply: (call) => {
    return new Generator(
      "generator",
      "<generator object sync_do_map at 0x0>",
      yielding(mapped(call)),
    );
  },
};

function* mapped(call: Call): globalThis.Generator<Value, void> {
  const { input, host } = call;
  if (!truthOf(input)) return;
  const change = changeOf(call);
  const cursor = cursorOf(input, host.budget);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    host.budget.charge(1);
    yield change(item);
  }
}

function changeOf({ positional, keywords, host, applyFilter }: Call): Getter {
  const [name, ...rest] = positional;
  const attribute = keywords.get("attribute");
  if (name === undefined && attribute !== undefined) {
    const unknown = [...keywords.keys()].find((key) => key !== "attribute" && key !== "default");
    if (unknown !== undefined) {
      raise("FilterArgumentError", `Unexpected keyword argument '${unknown}'`);
    }
    return attributeGetter(attribute, host, { fallback: keywords.get("default") ?? null });
  }
  if (name === undefined) return raise("FilterArgumentError", "map requires a filter argument");
  return (item) => applyFilter(name, item, { positional: rest, keywords });
}
