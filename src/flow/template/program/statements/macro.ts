import { raise } from "../../python-exception.ts";
import { MacroObject } from "../../runtime/natives/macro-object.ts";
import { type Frame, innerFrame } from "../../scope/frame.ts";
import { findMentions } from "../../scope/mentions.ts";
import { declareTarget, visitAll } from "../../scope/visit-symbols.ts";
import type { CallBlockNode, MacroNode, Signature, Statement } from "../../syntax/statement.ts";
import { Tuple } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import { slotOf } from "../expressions/name.ts";
import { repeatedNames } from "../repeated-names.ts";
import type { Execute } from "../run.ts";

/** `macro`. It makes an object that can be printed and asked for its name, and never be called. */
export function compileMacro(node: MacroNode, frame: Frame, compiler: Compiler): Execute {
  const { name, signature } = node;
  const special = checkMacroBody(node, frame, compiler);
  const slot = slotOf(name, frame, node.at);
  const names = signature.parameters.map((parameter) => parameter.name);
  return (run) => {
    const macro = new MacroObject(name, new Tuple(names), special);
    run.slots[slot] = macro;
    if (!frame.isTop) return;
    run.context.vars.set(name, macro);
    if (!name.startsWith("_")) run.context.exported.add(name);
  };
}

/** `{% call macro() %}…{% endcall %}`, which fails when it comes to the call. */
export function compileCallBlock(node: CallBlockNode, frame: Frame, compiler: Compiler): Execute {
  checkMacroBody(node, frame, compiler);
  const call = compiler.expression(node.call, frame);
  return (run) => {
    call(run);
    raise("SecurityError", "calls are not allowed in prompt templates");
  };
}

interface MacroSource {
  readonly at: number;
  readonly signature: Signature;
  readonly body: readonly Statement[];
}

/**
 * Compiles the body of a macro, which never runs, for the mistakes and the names in it; and says
 * which of the names are used in it that a macro has without being given them.
 */
function checkMacroBody(
  { at, signature, body }: MacroSource,
  outer: Frame,
  compiler: Compiler,
): ReadonlySet<string> {
  const frame = innerFrame(outer, { hidesOutput: false, loops: 0 });
  const analyze = (): void => {
    for (const parameter of signature.parameters) declareTarget(parameter, frame.symbols);
    visitAll(signature.defaults, frame.symbols);
    visitAll(body, frame.symbols);
  };
  analyze();
  const { parameters, defaults } = signature;
  const given = parameters.map(({ name }) => name);
  for (const { name } of repeatedNames(parameters)) {
    compiler.refuse(`duplicate argument '${name}' in function definition`, at);
  }
  const found = findMentions(body, ["caller", "kwargs", "varargs"], compiler.budget);
  if (found.has("caller") && given.includes("caller")) {
    const hasDefault = given.indexOf("caller") >= given.length - defaults.length;
    if (!hasDefault) compiler.fail(callerMessage, at);
  }
  const special = [...found].filter((name) => !given.includes(name));
  for (const name of special) frame.symbols.declareParameter(name);
  analyze();
  compileEnter(frame, compiler);
  for (const value of defaults) compiler.expression(value, frame);
  compiler.statements(body, frame);
  return found.has("caller") ? new Set([...special, "caller"]) : new Set(special);
}

const callerMessage =
  'When defining macros or call blocks the special "caller" argument must be omitted or be given' +
  " a default.";
