import { SourceError } from "../lexer/source-error.ts";
import { PythonException } from "../python-exception.ts";
import type { Frame } from "../scope/frame.ts";
import { partsOf } from "../syntax/children.ts";
import type { DictNode, Expression } from "../syntax/expression.ts";
import { keyOf } from "../values/dict.ts";
import type { Value } from "../values/value.ts";

/** What computes constants before a template runs. */
export interface ConstantComputer {
  constant(node: Expression, frame: Frame): Value | undefined;
}

/**
 * Computing a dict beforehand fails where a constant key cannot be one: while the template is read,
 * and even where nothing would ever need the dict.
 */
export function refuseUnhashable(node: Expression, frame: Frame, computer: ConstantComputer): void {
  for (const part of partsOf(node)) refuseUnhashable(part, frame, computer);
  if (node.kind === "dict") refuseKeys(node, frame, computer);
}

function refuseKeys({ pairs }: DictNode, frame: Frame, computer: ConstantComputer): void {
  for (const { key, value } of pairs) {
    const constant = computer.constant(key, frame);
    if (constant === undefined || computer.constant(value, frame) === undefined) return;
    refuseKey(constant, key.at);
  }
}

function refuseKey(key: Value, at: number): void {
  try {
    keyOf(key);
  } catch (error) {
    if (!(error instanceof PythonException)) throw error;
    throw new SourceError(error.type, error.message, at);
  }
}
