import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { ArithmeticNode, MultiplicationNode, SignNode } from "../../syntax/expression.ts";
import { applySign, calculate } from "../../values/arithmetic.ts";
import type { Compiler } from "../compiler.ts";
import { notConstant } from "../constants.ts";
import { mark } from "../mark.ts";
import type { Evaluate } from "../run.ts";

/** `a + b` and the like. */
export function compileArithmetic(
  node: ArithmeticNode,
  frame: Frame,
  compiler: Compiler,
): Evaluate {
  const left = compiler.part(node.left, frame);
  const right = compiler.part(node.right, frame);
  const { operator, at } = node;
  return (run) => {
    const operands = { left: left(run), operator, right: right(run) };
    mark(run, at);
    return calculate(operands, run.host.budget);
  };
}

/** `*` and `**` could make a text of any size from a few characters, so the service refuses them. */
export function compileMultiplication(
  node: MultiplicationNode,
  frame: Frame,
  compiler: Compiler,
): Evaluate {
  if (frame.isConstant) return notConstant;
  const left = compiler.part(node.left, frame);
  const right = compiler.part(node.right, frame);
  return (run) => {
    left(run);
    right(run);
    mark(run, node.at);
    return raise("SecurityError", "Multiplication operators are not allowed in prompt templates");
  };
}

/** `-a` and `+a`. */
export function compileSign(node: SignNode, frame: Frame, compiler: Compiler): Evaluate {
  const operand = compiler.part(node.operand, frame);
  const { sign, at } = node;
  return (run) => {
    const value = operand(run);
    mark(run, at);
    return applySign(sign, value, run.host.budget);
  };
}
