import type { Frame } from "../../scope/frame.ts";
import type { CompareNode } from "../../syntax/expression.ts";
import { compareValues } from "../../values/compare.ts";
import type { Compiler } from "../compiler.ts";
import { isHidden } from "../hidden-mistake.ts";
import { mark } from "../mark.ts";
import type { Evaluate } from "../run.ts";

/** A chain of comparisons, which ends at the first that does not hold. */
export function compileCompare(node: CompareNode, frame: Frame, compiler: Compiler): Evaluate {
  const first = compiler.part(node.first, frame);
  const steps = node.rest.map(({ operator }, index) => ({
    operator,
    operand: compileOperand(node, index, { frame, compiler }),
  }));
  return (run) => {
    let left = first(run);
    for (const { operator, operand } of steps) {
      const right = operand(run);
      mark(run, node.at);
      if (!compareValues({ left, operator, right }, run.host.budget)) return false;
      left = right;
    }
    return true;
  };
}

interface Place {
  readonly frame: Frame;
  readonly compiler: Compiler;
}

/** As with `or`, a mistake behind constants that decide already is never seen. */
function compileOperand(node: CompareNode, index: number, { frame, compiler }: Place): Evaluate {
  const operand = node.rest[index]?.operand ?? node.first;
  try {
    return compiler.part(operand, frame);
  } catch (error) {
    const before = { ...node, rest: node.rest.slice(0, index) };
    const decided = isHidden(error) && index > 0 && compiler.constant(before, frame) === false;
    if (!decided) throw error;
    return () => null;
  }
}
