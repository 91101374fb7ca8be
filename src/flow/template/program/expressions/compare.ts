import type { Frame } from "../../scope/frame.ts";
import type { CompareNode } from "../../syntax/expression.ts";
import { compareValues } from "../../values/compare.ts";
import type { Compiler } from "../compiler.ts";
import { mark } from "../mark.ts";
import type { Evaluate } from "../run.ts";

/** A chain of comparisons, which ends at the first that does not hold. */
export function compileCompare(node: CompareNode, frame: Frame, compiler: Compiler): Evaluate {
  const first = compiler.part(node.first, frame);
  const steps = node.rest.map(({ operator, operand }) => ({
    operator,
    operand: compiler.part(operand, frame),
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
