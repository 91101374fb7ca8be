import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { BlockNode } from "../../syntax/statement.ts";
import type { Compiler } from "../compiler.ts";
import { compileLocals } from "../locals.ts";
import { mark } from "../mark.ts";
import type { Context, Execute, Run } from "../run.ts";

/** The place where a block is shown: the one of the template that extends the furthest. */
export function compileBlock(node: BlockNode, frame: Frame, compiler: Compiler): Execute {
  const { name, at } = node;
  if (frame.isTop && compiler.knownExtends) return () => undefined;
  const onlyWithoutParent = frame.isTop && compiler.extendsSoFar > 0;
  const locals = node.scoped ? compileLocals(frame, compiler) : undefined;
  return (run) => {
    if (onlyWithoutParent && run.parent !== undefined) return;
    mark(run, at);
    const bodies = run.context.blocks.get(name) ?? [];
    const [body] = bodies;
    if (node.required && bodies.length <= 1) {
      raise("TemplateRuntimeError", `Required block '${name}' not found`);
    }
    if (body === undefined) raise("KeyError", `'${name}'`);
    run.host.execute(body, contextFor(run, locals), run.out);
  };
}

function contextFor(run: Run, locals: ReturnType<typeof compileLocals> | undefined): Context {
  return locals === undefined ? run.context : run.context.derived(locals(run));
}
