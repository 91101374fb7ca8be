import { PyFloat } from "../../../core/python/py-float.ts";
import { SourceError } from "../lexer/source-error.ts";
import { LimitReached, PythonException } from "../python-exception.ts";
import { type Escaping, outermostFrame } from "../scope/frame.ts";
import { SlotTable } from "../scope/symbols.ts";
import { type AnyNode, childrenOf } from "../syntax/children.ts";
import { dictEntries } from "../values/dict.ts";
import { isDict, isList } from "../values/kinds.ts";
import {
  Generator,
  GroupTuple,
  NativeObject,
  Tuple,
  Undefined,
  type Value,
} from "../values/value.ts";
import { repeatedNames } from "./repeated-names.ts";
import { Context, type Evaluate, type Host, Output, Variables } from "./run.ts";

/** What is computed depends on something that is only known when the template runs. */
class NotConstant extends Error {}

/** A step that cannot be taken before the template runs. */
export function notConstant(): never {
  throw new NotConstant();
}

/** The frame in which an expression is compiled to be computed beforehand. */
export function constantFrame(escaping: Escaping, host: Host): ReturnType<typeof outermostFrame> {
  return outermostFrame(new SlotTable(host.budget), escaping, { isConstant: true, isSoft: true });
}

/** What such an expression gives; undefined when that cannot be said beforehand. */
export function computeConstant(
  evaluate: Evaluate,
  host: Host,
  { on }: Escaping,
): Value | undefined {
  const outer = new Variables(new Map());
  const context = new Context({
    name: undefined,
    blocks: new Map(),
    escaping: { on },
    outer,
  });
  const out = new Output(host.budget);
  try {
    return evaluate({
      host,
      context,
      unit: host.unit,
      slots: [],
      out,
      mainOut: out,
      parent: undefined,
    });
  } catch (error) {
    if (error instanceof LimitReached && error.limit === "maxOutput") return undefined;
    const expected = [NotConstant, PythonException, SourceError];
    if (expected.some((type) => error instanceof type)) return undefined;
    throw error;
  }
}

/** Whether Jinja2 can write a value into the code that it makes. */
export function isWritable(value: Value): boolean {
  if (isList(value)) return value.every(isWritable);
  if (value instanceof GroupTuple) return false;
  if (value instanceof Tuple) return value.items.every(isWritable);
  if (isDict(value)) return dictEntries(value).every((entry) => entry.every(isWritable));
  return !(
    value instanceof Undefined ||
    value instanceof Generator ||
    value instanceof NativeObject
  );
}

/** What Jinja2 writes for a float that is no number is a name that Python does not know. */
export function unwritableFloat(value: Value): string | undefined {
  if (value instanceof PyFloat && !Number.isFinite(value.value)) {
    return Number.isNaN(value.value) ? "nan" : "inf";
  }
  const parts = isList(value) ? value : value instanceof Tuple ? value.items : [];
  const found = isDict(value) ? dictEntries(value).flat() : parts;
  return found.map(unwritableFloat).find((name) => name !== undefined);
}

/**
 * Whether computing constants beforehand can be seen in what a template gives: slices of what has
 * none, numbers too large for a float, texts joined where output is escaped, and named arguments
 * that are repeated. Everything else gives the same later.
 */
export function needsConstants(node: AnyNode): boolean {
  if (node.kind === "slice" || node.kind === "autoescape") return true;
  if (node.kind === "filter" || node.kind === "test") {
    if (repeatedNames(node.args.keywords).length > 0) return true;
  }
  if (node.kind === "const" && unwritableFloat(node.value) !== undefined) return true;
  return childrenOf(node).some(needsConstants);
}

/** Filters that Jinja2 never computes beforehand, because they want to know where they are used. */
export const contextualFilters: ReadonlySet<string> = new Set([
  "map",
  "random",
  "reject",
  "rejectattr",
  "select",
  "selectattr",
]);
