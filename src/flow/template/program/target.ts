import { raise } from "../python-exception.ts";
import type { Frame } from "../scope/frame.ts";
import type { Target } from "../syntax/statement.ts";
import { cursorOf, drain, findCursor } from "../values/cursor.ts";
import { isDict, isList } from "../values/kinds.ts";
import { typeNameOf } from "../values/type-name.ts";
import { Tuple, Undefined, type Value } from "../values/value.ts";
import { slotOf } from "./expressions/name.ts";
import type { Run } from "./run.ts";

/** Assigns a value. */
export type Assign = (run: Run, value: Value) => void;

/** The assignment to what stands left of `=`, or between `for` and `in`. */
export function compileTarget(target: Target, frame: Frame): Assign {
  if (target.kind !== "tuple-target") {
    const slot = slotOf(target.name, frame, target.at);
    if (target.kind === "namespace-target") return (run) => failItem(run.slots[slot]);
    return (run, value) => {
      run.slots[slot] = value;
    };
  }
  const parts = target.items.map((item) => compileTarget(item, frame));
  return (run, value) => {
    const values = unpack(value, parts.length, run);
    for (const [index, part] of parts.entries()) part(run, values[index] ?? null);
  };
}

/** Only a namespace takes attributes, and a prompt cannot make one. */
export function failNamespace(): never {
  return raise("TemplateRuntimeError", "cannot assign attribute on non-namespace object");
}

/** A block that is set goes past that check to the object; changing the dicts it was given is not for a template. */
function failItem(value: Value | undefined): never {
  if (value !== undefined && isDict(value)) return failNamespace();
  if (value !== undefined && isList(value)) {
    return raise("TypeError", "list indices must be integers or slices, not str");
  }
  const name = value === undefined ? "_MissingType" : typeNameOf(value);
  return raise("TypeError", `'${name}' object does not support item assignment`);
}

/** The values of a target once more: a filtered loop hands on what it has unpacked. */
export function compileRepack(target: Target, frame: Frame): (run: Run) => Value {
  if (target.kind === "namespace-target") return () => failNamespace();
  if (target.kind === "target") {
    const slot = slotOf(target.name, frame, target.at);
    return (run) => run.slots[slot] ?? null;
  }
  const parts = target.items.map((item) => compileRepack(item, frame));
  return (run) => new Tuple(parts.map((part) => part(run)));
}

/** The names in a target. */
export function namesIn(target: Target): readonly string[] {
  if (target.kind === "target") return [target.name];
  return target.kind === "tuple-target" ? target.items.flatMap(namesIn) : [];
}

/** Whether an attribute is among what is assigned to. */
export function hasNamespace(target: Target): boolean {
  if (target.kind === "tuple-target") return target.items.some(hasNamespace);
  return target.kind === "namespace-target";
}

function unpack(value: Value, count: number, { host: { budget } }: Run): readonly Value[] {
  if (!(value instanceof Undefined) && findCursor(value, budget) === undefined) {
    raise("TypeError", `cannot unpack non-iterable ${typeNameOf(value)} object`);
  }
  const cursor = cursorOf(value, budget);
  const values = drain({ next: limited(cursor.next.bind(cursor), count + 1) }, budget);
  if (values.length > count) {
    raise("ValueError", `too many values to unpack (expected ${count})`);
  }
  if (values.length < count) {
    raise("ValueError", `not enough values to unpack (expected ${count}, got ${values.length})`);
  }
  return values;
}

/** Python looks one value further than it needs. */
function limited(next: () => Value | undefined, count: number): () => Value | undefined {
  let left = count;
  return () => {
    left -= 1;
    return left < 0 ? undefined : next();
  };
}
