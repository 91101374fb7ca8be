import { type Frame, innerFrame } from "../../scope/frame.ts";
import { declareTarget, visitAll } from "../../scope/visit-symbols.ts";
import type { WithNode } from "../../syntax/statement.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import { mark } from "../mark.ts";
import type { Execute } from "../run.ts";
import { compileTarget } from "../target.ts";

/** `with`, whose values are computed outside of the scope that it makes. */
export function compileWith(node: WithNode, frame: Frame, compiler: Compiler): Execute {
  const inside = innerFrame(frame);
  for (const { target } of node.assignments) declareTarget(target, inside.symbols);
  visitAll(node.body, inside.symbols);
  const enter = compileEnter(inside, compiler);
  const assignments = node.assignments.map(({ target, value }) => ({
    assign: compileTarget(target, inside),
    value: compiler.expression(value, frame),
  }));
  const body = compiler.statements(node.body, inside);
  return (run) => {
    enter(run);
    for (const { assign, value } of assignments) {
      const computed = value(run);
      mark(run, node.at);
      assign(run, computed);
    }
    body(run);
  };
}
