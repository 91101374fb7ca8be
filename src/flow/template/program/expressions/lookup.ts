import { attempt } from "../../callable/attempt.ts";
import type { Frame } from "../../scope/frame.ts";
import type { AttributeNode, Expression, ItemNode, SliceNode } from "../../syntax/expression.ts";
import { getAttribute, getItem } from "../../values/lookup.ts";
import { orElse } from "../../values/or-else.ts";
import { sliceOf } from "../../values/slices.ts";
import { Slice, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { mark } from "../mark.ts";
import type { Evaluate, Run } from "../run.ts";

/** `object.name`. */
export function compileAttribute(node: AttributeNode, frame: Frame, compiler: Compiler): Evaluate {
  const object = compiler.part(node.object, frame);
  const { name, at } = node;
  return (run) => {
    const value = object(run);
    mark(run, at);
    return getAttribute(value, name, run.host);
  };
}

/** `object[key]`, where a slice goes past the sandbox. */
export function compileItem(node: ItemNode, frame: Frame, compiler: Compiler): Evaluate {
  const object = compiler.part(node.object, frame);
  const { at } = node;
  if (node.key.kind === "slice") {
    const slice = compileSliceParts(node.key, frame, compiler);
    const take = frame.isConstant ? sliceOfConstant : sliceOfValue;
    return (run) => {
      const value = object(run);
      const bounds = slice(run);
      mark(run, at);
      return take(value, bounds, run);
    };
  }
  const key = compiler.part(node.key, frame);
  return (run) => {
    const value = object(run);
    const wanted = key(run);
    mark(run, at);
    return getItem(value, wanted, run.host);
  };
}

function sliceOfValue(value: Value, slice: Slice, { host }: Run): Value {
  return sliceOf(value, slice, host.budget);
}

/** What Jinja2 computes beforehand goes through the sandbox, which finds nothing in an int. */
function sliceOfConstant(value: Value, slice: Slice, run: Run): Value {
  const found = attempt(["TypeError"], () => sliceOfValue(value, slice, run));
  return orElse(found, () => run.host.undefined({ object: value, name: slice }));
}

/** A slice among other keys, which Jinja2 accepts and Python does not. */
export function compileSlice(node: SliceNode, frame: Frame, compiler: Compiler): Evaluate {
  if (!frame.isConstant) compiler.refuse("invalid syntax", node.at);
  return compileSliceParts(node, frame, compiler);
}

function compileSliceParts(node: SliceNode, frame: Frame, compiler: Compiler): (run: Run) => Slice {
  const optional = (part: Expression | undefined): Evaluate =>
    part === undefined ? (): Value => null : compiler.part(part, frame);
  const [start, stop, step] = [optional(node.start), optional(node.stop), optional(node.step)];
  return (run) => new Slice(start(run), stop(run), step(run));
}
