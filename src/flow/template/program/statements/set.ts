import { type Frame, innerFrame } from "../../scope/frame.ts";
import { visitAll } from "../../scope/visit-symbols.ts";
import type { SetBlockNode, SetNode, Target } from "../../syntax/statement.ts";
import { escapeText, isHtml } from "../../values/escape.ts";
import { textOf } from "../../values/text-of.ts";
import { Markup, type Value } from "../../values/value.ts";
import { capture } from "../capture.ts";
import type { Compiler } from "../compiler.ts";
import { compileEnter } from "../enter-frame.ts";
import { slotOf } from "../expressions/name.ts";
import { mark } from "../mark.ts";
import type { Execute, Run } from "../run.ts";
import { type Assign, compileTarget, failNamespace, hasNamespace, namesIn } from "../target.ts";

/** `{% set target = value %}`. */
export function compileSet(node: SetNode, frame: Frame, compiler: Compiler): Execute {
  const assign = compileAssignment(node.target, frame);
  const value = compiler.expression(node.value, frame);
  const refused = hasNamespace(node.target);
  return (run) => {
    mark(run, node.at);
    if (refused) failNamespace();
    const computed = value(run);
    mark(run, node.at);
    assign(run, computed);
  };
}

/** `{% set target %}…{% endset %}`. */
export function compileSetBlock(node: SetBlockNode, frame: Frame, compiler: Compiler): Execute {
  const captured = frame.symbols.table.next();
  const inside = innerFrame(frame, { hidesOutput: false, captured });
  visitAll(node.body, inside.symbols);
  const enter = compileEnter(inside, compiler);
  const body = compiler.statements(node.body, inside);
  const assign = compileAssignment(node.target, frame);
  const filter = node.filter && compiler.expression(node.filter, inside);
  return (run) => {
    enter(run);
    const text = capture(body, run);
    run.slots[captured] = text;
    const value = filter === undefined ? text : filter(run);
    mark(run, node.at);
    assign(run, run.context.escaping.on ? asMarkup(value, run) : value);
  };
}

/** What is kept as safe HTML: HTML as it is, anything else as its text. */
function asMarkup(value: Value, { host: { budget } }: Run): Markup {
  return new Markup(isHtml(value) ? escapeText(value, budget) : textOf(value, budget));
}

/** Outside of loops and blocks a name that is set becomes a variable of the whole template. */
function compileAssignment(target: Target, frame: Frame): Assign {
  const assign = compileTarget(target, frame);
  if (!frame.isTop) return assign;
  const names = namesIn(target).map((name) => [name, slotOf(name, frame, target.at)] as const);
  return (run, value) => {
    assign(run, value);
    for (const [name, slot] of names) {
      run.context.vars.set(name, run.slots[slot] ?? null);
      if (!name.startsWith("_")) run.context.exported.add(name);
    }
  };
}
