import { findAttribute, hidden } from "./attributes.ts";
import { findItem } from "./items.ts";
import { isText, plain } from "./kinds.ts";
import { orElse } from "./or-else.ts";
import { reprOf } from "./repr.ts";
import type { Sandbox } from "./sandbox.ts";
import { typeNameOf } from "./type-name.ts";
import { failUndefined } from "./undefined.ts";
import { type Text, Undefined, type Value } from "./value.ts";

/** `value.name` in a template: the attribute, else the item, else an undefined value. */
export function getAttribute(value: Value, name: string, sandbox: Sandbox): Value {
  const found = attributeOf(value, name, sandbox);
  if (found === hidden) return unsafe(value, name, sandbox);
  const given = orElse(found, () => findItem(value, name, sandbox.budget));
  return orElse(given, () => sandbox.undefined({ object: value, name }));
}

/** `value[key]` in a template: the item, else the attribute, else an undefined value. */
export function getItem(value: Value, key: Value, sandbox: Sandbox): Value {
  const item = findItem(value, key, sandbox.budget);
  if (item !== undefined) return item;
  if (isText(key)) {
    const found = findAttribute(value, plain(key));
    if (found === hidden) return unsafe(value, key, sandbox);
    if (found !== undefined) return found;
  }
  return sandbox.undefined({ object: value, name: key });
}

/** `value|attr(name)`: the attribute and never the item. */
export function getAttributeOnly(value: Value, name: Text, sandbox: Sandbox): Value {
  const found = attributeOf(value, plain(name), sandbox);
  if (found === hidden) return unsafe(value, name, sandbox);
  return orElse(found, () => sandbox.undefined({ object: value, name }));
}

/** An undefined value answers every name but those of Python's protocols with its error. */
function attributeOf(
  value: Value,
  name: string,
  { budget }: Sandbox,
): ReturnType<typeof findAttribute> {
  const found = findAttribute(value, name);
  const protocol = name.startsWith("__") && name.endsWith("__");
  if (found === undefined && value instanceof Undefined && !protocol) failUndefined(value, budget);
  return found;
}

function unsafe(value: Value, name: Text, sandbox: Sandbox): Undefined {
  const shown = reprOf(name, sandbox.budget);
  return sandbox.undefined({
    hint: `access to attribute ${shown} of '${typeNameOf(value)}' object is unsafe.`,
    object: value,
    name,
    exception: "SecurityError",
  });
}
