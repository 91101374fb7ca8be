import { PythonException } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { Expression } from "../../syntax/expression.ts";
import type { IncludeNode } from "../../syntax/statement.ts";
import { isText } from "../../values/kinds.ts";
import { Undefined, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { compileLocals } from "../locals.ts";
import { mark } from "../mark.ts";
import { contextOf, type Execute, type Host, type Program } from "../run.ts";

/** `{% include "template" %}`, which sees the variables of the place where it stands. */
export function compileInclude(node: IncludeNode, frame: Frame, compiler: Compiler): Execute {
  const template = compiler.expression(node.template, frame);
  const load = loaderFor(node.template);
  const locals = node.withContext ? compileLocals(frame, compiler) : undefined;
  return (run) => {
    const name = template(run);
    mark(run, node.at);
    const program = find(() => load(run.host, name), node.ignoreMissing);
    if (program === undefined) return;
    if (locals === undefined) {
      // Without context Jinja2 shows the template at once, even where the tag around keeps its text.
      run.mainOut.append(run.host.module(program).body);
    } else {
      const context = contextOf(program, run.context.withLocals(locals(run)));
      run.host.execute(program.root, context, run.out);
    }
  };
}

/** One name, or several of which the first that exists is taken. */
function loaderFor(template: Expression): (host: Host, name: Value) => Program {
  if (template.kind === "tuple" || template.kind === "list") {
    return (host, names) => host.loadFirst(names);
  }
  return (host, name) => {
    return isText(name) || name instanceof Undefined ? host.load(name) : host.loadFirst(name);
  };
}

function find(load: () => Program, ignoreMissing: boolean): Program | undefined {
  try {
    return load();
  } catch (error) {
    const missing = error instanceof PythonException && /^Templates?NotFound$/.test(error.type);
    if (missing && ignoreMissing) return undefined;
    throw error;
  }
}
