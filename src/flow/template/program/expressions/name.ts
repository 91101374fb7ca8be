import { SourceError } from "../../lexer/source-error.ts";
import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { Slot } from "../../scope/symbols.ts";
import type { ConstantNode, NameNode } from "../../syntax/expression.ts";
import { notConstant, unwritableFloat } from "../constants.ts";
import type { Evaluate } from "../run.ts";

/** A number, a string, `true`, `false` or `none`. */
export function compileConstant({ value }: ConstantNode, frame: Frame): Evaluate {
  const name = frame.isConstant ? undefined : unwritableFloat(value);
  if (name === undefined) return () => value;
  return () => raise("NameError", `name '${name}' is not defined`);
}

/** A name. */
export function compileName({ name, at }: NameNode, frame: Frame): Evaluate {
  if (frame.isConstant) return notConstant;
  const slot = slotOf(name, frame, at);
  return (run) => {
    const value = run.slots[slot];
    return value === undefined ? run.host.undefined({ name }) : value;
  };
}

/** Where a name lives. Jinja2 itself loses sight of some: the arguments of a `set` block's filter. */
export function slotOf(name: string, frame: Frame, at: number): Slot {
  const slot = frame.symbols.findRef(name);
  if (slot !== undefined) return slot;
  const message = `Tried to resolve a name to a reference that was unknown to the frame ('${name}')`;
  throw new SourceError("AssertionError", message, at);
}
