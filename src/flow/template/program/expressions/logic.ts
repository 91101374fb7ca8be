import { type Frame, softFrame } from "../../scope/frame.ts";
import type { ConditionalNode, LogicNode, NotNode } from "../../syntax/expression.ts";
import { truthOf } from "../../values/truth.ts";
import { Undefined } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { notConstant } from "../constants.ts";
import type { Evaluate } from "../run.ts";

/** `and` and `or`, which give one of their operands and evaluate the right one only if needed. */
export function compileLogic(node: LogicNode, frame: Frame, compiler: Compiler): Evaluate {
  const decisive = node.kind === "or";
  const left = compiler.part(node.left, frame);
  const right = compiler.part(node.right, frame);
  return (run) => {
    const value = left(run);
    return truthOf(value) === decisive ? value : right(run);
  };
}

/** `not a`. */
export function compileNot({ operand }: NotNode, frame: Frame, compiler: Compiler): Evaluate {
  const inner = compiler.part(operand, frame);
  return (run) => !truthOf(inner(run));
}

/** `value if test else otherwise`. */
export function compileConditional(
  node: ConditionalNode,
  frame: Frame,
  compiler: Compiler,
): Evaluate {
  const soft = softFrame(frame);
  const value = compiler.part(node.value, soft);
  const test = compiler.part(node.test, soft);
  const otherwise =
    node.otherwise === undefined
      ? missing(node, frame, compiler)
      : compiler.part(node.otherwise, soft);
  return (run) => (truthOf(test(run)) ? value(run) : otherwise(run));
}

/** Without an `else` nothing is there, and it prints as nothing in every pass. */
function missing({ at }: ConditionalNode, frame: Frame, compiler: Compiler): Evaluate {
  if (frame.isConstant) return notConstant;
  const where = compiler.describe(at);
  const hint = `the inline if-expression on ${where} evaluated to false and no else section was defined.`;
  return () => new Undefined({ hint });
}
