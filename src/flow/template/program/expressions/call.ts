import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { CallNode } from "../../syntax/expression.ts";
import { reprOf } from "../../values/repr.ts";
import type { Compiler } from "../compiler.ts";
import { notConstant } from "../constants.ts";
import { mark } from "../mark.ts";
import type { Evaluate } from "../run.ts";
import { compileArguments } from "./arguments.ts";

/** A call. There is no way to make one: the service finds nothing safe to call, and neither do we. */
export function compileCall(node: CallNode, frame: Frame, compiler: Compiler): Evaluate {
  if (frame.isConstant) return notConstant;
  const callee = compiler.part(node.callee, frame);
  const args = compileArguments(node.args, frame, compiler);
  return (run) => {
    const value = callee(run);
    args(run);
    mark(run, node.at);
    const shown = reprOf(value, run.host.budget);
    return raise("SecurityError", `${shown} is not safely callable`);
  };
}
