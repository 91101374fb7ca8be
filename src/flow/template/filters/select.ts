import { attributeGetter } from "../callable/attribute-getter.ts";
import type { Call, Filter } from "../callable/callable.ts";
import { raise } from "../python-exception.ts";
import { cursorOf, yielding } from "../values/cursor.ts";
import { truthOf } from "../values/truth.ts";
import { Generator, type Value } from "../values/value.ts";

interface Selection {
  readonly call: Call;
  /** The values that pass are kept, or those that do not. */
  readonly keep: boolean;
  /** The first argument names what is tested of each value. */
  readonly byAttribute: boolean;
}

function selecting(request: Selection): Value {
  const name = "<generator object select_or_reject at 0x0>";
  return new Generator("generator", name, yielding(selected(request)));
}

function* selected(selection: Selection): globalThis.Generator<Value, void> {
  const { call, keep } = selection;
  const { input, host } = call;
  if (!truthOf(input)) return;
  const passes = testOf(selection);
  const cursor = cursorOf(input, host.budget);
  for (let item = cursor.next(); item !== undefined; item = cursor.next()) {
    host.budget.charge(1);
    if (passes(item) === keep) yield item;
  }
}

function testOf({ call, byAttribute }: Selection): (item: Value) => boolean {
  const { positional, keywords, host } = call;
  const [attribute] = positional;
  if (byAttribute && attribute === undefined) {
    return raise("FilterArgumentError", "Missing parameter for attribute name");
  }
  const get = attributeGetter(byAttribute ? (attribute ?? null) : null, host);
  const [name, ...rest] = byAttribute ? positional.slice(1) : positional;
  if (name === undefined) return (item) => truthOf(get(item));
  return (item) => call.applyTest(name, get(item), { positional: rest, keywords });
}

/** `values|select(test)`. */
export const select: Filter = {
  id: "select",
  docs: {
    summary: "keeps the values that pass a test, or that are true",
    examples: [
      {
        template: "{{ [1, 2, 3]|select('odd')|list }} {{ [0, 1]|select|list }}",
        output: "[1, 3] [1]",
      },
      { template: "{{ [1]|select('nope')|list }}", error: "TemplateRuntimeError" },
    ],
  },
  parameters: { taken: ["context", "value"] },
  apply: (call) => selecting({ call, keep: true, byAttribute: false }),
};

/** `values|reject(test)`. */
export const reject: Filter = {
  id: "reject",
  docs: {
    summary: "drops the values that pass a test, or that are true",
    examples: [
      {
        template: "{{ [1, 2, 3]|reject('gt', 1)|list }} {{ [0, 1]|reject|list }}",
        output: "[1] [0]",
      },
    ],
  },
  parameters: { taken: ["context", "value"] },
  apply: (call) => selecting({ call, keep: false, byAttribute: false }),
};

/** `values|selectattr(name, test)`. */
export const selectattr: Filter = {
  id: "selectattr",
  docs: {
    summary: "keeps the values of which an attribute passes a test, or is true",
    examples: [
      {
        template: "{{ [{'n': 1}, {'n': 2}]|selectattr('n', 'eq', 2)|list }}",
        output: "[{'n': 2}]",
      },
      { template: "{{ [{'n': 1}, {}]|selectattr('n')|list }}", output: "[{'n': 1}]" },
      { template: "{{ [1]|selectattr|list }}", error: "FilterArgumentError" },
    ],
  },
  parameters: { taken: ["context", "value"] },
  apply: (call) => selecting({ call, keep: true, byAttribute: true }),
};

/** `values|rejectattr(name, test)`. */
export const rejectattr: Filter = {
  id: "rejectattr",
  docs: {
    summary: "drops the values of which an attribute passes a test, or is true",
    examples: [{ template: "{{ [{'n': 1}, {}]|rejectattr('n')|list }}", output: "[{}]" }],
  },
  parameters: { taken: ["context", "value"] },
  apply: (call) => selecting({ call, keep: false, byAttribute: true }),
};
