import { TemplateModule } from "../../runtime/natives/template-module.ts";
import type { Frame } from "../../scope/frame.ts";
import type { FromNode, ImportNode } from "../../syntax/statement.ts";
import { orElse } from "../../values/or-else.ts";
import type { Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { slotOf } from "../expressions/name.ts";
import { compileLocals } from "../locals.ts";
import { mark } from "../mark.ts";
import { contextOf, type Execute, Output, type Run } from "../run.ts";

/** `{% import "template" as name %}`. */
export function compileImport(node: ImportNode, frame: Frame, compiler: Compiler): Execute {
  const { name } = node;
  const slot = slotOf(name, frame, node.at);
  const load = compileModule(node, frame, compiler);
  return (run) => {
    const module = load(run);
    run.slots[slot] = module;
    if (!frame.isTop) return;
    run.context.vars.set(name, module);
    run.context.exported.delete(name);
  };
}

/** `{% from "template" import name as alias %}`. */
export function compileFrom(node: FromNode, frame: Frame, compiler: Compiler): Execute {
  const load = compileModule(node, frame, compiler);
  const where = compiler.describe(node.at);
  const names = node.names.map(({ name, alias }) => {
    return { name, alias, slot: slotOf(alias, frame, node.at) };
  });
  return (run) => {
    const module = load(run);
    for (const { name, alias, slot } of names) {
      const value = orElse(exportedValue(module, name), () =>
        missing(name, { module, where, run }),
      );
      run.slots[slot] = value;
      if (!frame.isTop) continue;
      run.context.vars.set(alias, value);
      run.context.exported.delete(alias);
    }
  };
}

function exportedValue(module: Value, name: string): Value | undefined {
  return module instanceof TemplateModule ? module.attribute(name) : undefined;
}

interface ImportPlace {
  readonly module: Value;
  readonly where: string;
  readonly run: Run;
}

function missing(name: string, { module, where, run: { host } }: ImportPlace): Value {
  const template = (module instanceof TemplateModule ? module.name : undefined) ?? "None";
  const hint =
    `the template '${template}' (imported on ${where})` +
    ` does not export the requested name '${name}'`;
  return host.undefined({ hint, name });
}

function compileModule(
  node: ImportNode | FromNode,
  frame: Frame,
  compiler: Compiler,
): (run: Run) => Value {
  const template = compiler.expression(node.template, frame);
  const locals = node.withContext ? compileLocals(frame, compiler) : undefined;
  return (run) => {
    const name = template(run);
    mark(run, node.at);
    const program = run.host.load(name);
    if (locals === undefined) return run.host.module(program);
    const context = contextOf(program, run.context.withLocals(locals(run)));
    const out = new Output(run.host.budget);
    run.host.execute(program.root, context, out);
    return new TemplateModule(program.unit.name, context, out);
  };
}
