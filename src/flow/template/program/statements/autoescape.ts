import { type Frame, innerFrame } from "../../scope/frame.ts";
import { visitAll, visitSymbols } from "../../scope/visit-symbols.ts";
import type { AutoescapeNode } from "../../syntax/statement.ts";
import { truthOf } from "../../values/truth.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import type { Execute } from "../run.ts";

/** `{% autoescape enabled %}…{% endautoescape %}`. */
export function compileAutoescape(node: AutoescapeNode, frame: Frame, compiler: Compiler): Execute {
  const inside = innerFrame(frame);
  visitSymbols(node.enabled, inside.symbols);
  visitAll(node.body, inside.symbols);
  const enter = compileEnter(inside, compiler);
  const enabled = compiler.expression(node.enabled, inside);
  const body = compileEscaped(node, inside, compiler);
  return (run) => {
    const { escaping } = run.context;
    const before = escaping.on;
    enter(run);
    escaping.on = truthOf(enabled(run));
    body(run);
    escaping.on = before;
  };
}

/** Compiles the body with what can be known beforehand. */
function compileEscaped(
  { enabled, body }: AutoescapeNode,
  frame: Frame,
  compiler: Compiler,
): Execute {
  const { escaping } = frame;
  const before = { ...escaping };
  const constant = compiler.constant(enabled, frame);
  if (constant === undefined) escaping.dynamic = true;
  else escaping.on = truthOf(constant);
  const steps = compiler.statements(body, frame);
  Object.assign(escaping, before);
  return steps;
}
