import type { Frame } from "../../scope/frame.ts";
import { partsOf } from "../../syntax/children.ts";
import type { Expression, NameNode } from "../../syntax/expression.ts";
import type { OutputNode } from "../../syntax/statement.ts";
import { escapeText } from "../../values/escape.ts";
import { textOf } from "../../values/text-of.ts";
import { Undefined, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { slotOf } from "../expressions/name.ts";
import { isHidden } from "../hidden-mistake.ts";
import { mark } from "../mark.ts";
import type { Execute, Run } from "../run.ts";

/** Text and `{{ … }}`. */
export function compileOutput(node: OutputNode, frame: Frame, compiler: Compiler): Execute {
  if (frame.hidesOutput && compiler.knownExtends) return () => undefined;
  const steps = node.parts.map((part): Execute => {
    if (part.kind === "data") return (run) => run.out.write(part.text);
    return compilePart(part, frame, compiler);
  });
  if (frame.hidesOutput) {
    return (run) => {
      if (run.parent === undefined) for (const step of steps) step(run);
    };
  }
  return (run) => {
    for (const step of steps) step(run);
  };
}

function compilePart(part: Expression, frame: Frame, compiler: Compiler): Execute {
  const constant = compiler.printedConstant(part, frame);
  if (constant !== undefined) return compilePrintedConstant(constant, part.at, frame);
  try {
    return compilePrint(part, frame, compiler);
  } catch (error) {
    const hiding = isHidden(error) ? compiler.constant(part, frame) : undefined;
    if (hiding === undefined) throw error;
    return compilePrintedConstant(hiding, part.at, frame);
  }
}

function compilePrint(part: Expression, frame: Frame, compiler: Compiler): Execute {
  const value = compiler.expression(part, frame);
  // What `autoescape` says is looked at now: the object is another one's once its body ends.
  const { on, dynamic } = frame.escaping;
  return (run) => {
    const shown = value(run);
    mark(run, part.at);
    const escapes = dynamic ? run.context.escaping.on : on;
    const text = (escapes ? escapeText : textOf)(shown, run.host.budget);
    const { printed } = run.host;
    // What a tag keeps for later is changed when it is printed then.
    const changes = printed !== undefined && run.out === run.mainOut && isKnown(shown);
    run.out.write(changes && namesKnown(part, frame, run) ? printed(text) : text);
  };
}

/** Whether any of the names in an expression is known. */
function namesKnown(part: Expression, frame: Frame, run: Run): boolean {
  return namesIn(part).some(({ name, at }) => isKnown(run.slots[slotOf(name, frame, at)]));
}

function namesIn(node: Expression): readonly NameNode[] {
  return node.kind === "name" ? [node] : partsOf(node).flatMap(namesIn);
}

function isKnown(value: Value | undefined): boolean {
  return value !== undefined && !(value instanceof Undefined);
}

/** What is computed beforehand is not escaped where only running the template says whether to. */
function compilePrintedConstant(value: Value, at: number, { escaping }: Frame): Execute {
  const show = escaping.on ? escapeText : textOf;
  return (run) => {
    mark(run, at);
    run.out.write(show(value, run.host.budget));
  };
}
