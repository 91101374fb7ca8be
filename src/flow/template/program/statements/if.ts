import { type Frame, softFrame } from "../../scope/frame.ts";
import type { IfNode } from "../../syntax/statement.ts";
import { truthOf } from "../../values/truth.ts";
import type { Compiler } from "../compiler.ts";
import type { Execute } from "../run.ts";

/** `if`, `elif` and `else`. */
export function compileIf(node: IfNode, frame: Frame, compiler: Compiler): Execute {
  const soft = softFrame(frame);
  const branches = node.branches.map(({ test, body }) => ({
    test: compiler.expression(test, soft),
    body: compiler.statements(body, soft),
  }));
  const otherwise = compiler.statements(node.otherwise, soft);
  return (run) => {
    const taken = branches.find(({ test }) => truthOf(test(run)));
    (taken?.body ?? otherwise)(run);
  };
}
