import type { Frame } from "../../scope/frame.ts";
import type { ConcatNode, DictNode, ListNode, TupleNode } from "../../syntax/expression.ts";
import { makeDict } from "../../values/dict.ts";
import { escapeText } from "../../values/escape.ts";
import { softText, textOf } from "../../values/text-of.ts";
import { Markup, Tuple, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { mark } from "../mark.ts";
import type { Evaluate, Run } from "../run.ts";

/** `[a, b]`. */
export function compileList({ items }: ListNode, frame: Frame, compiler: Compiler): Evaluate {
  const parts = items.map((item) => compiler.part(item, frame));
  return (run) => parts.map((part) => part(run));
}

/** `(a, b)`. */
export function compileTuple({ items }: TupleNode, frame: Frame, compiler: Compiler): Evaluate {
  const parts = items.map((item) => compiler.part(item, frame));
  return (run) => new Tuple(parts.map((part) => part(run)));
}

/** `{a: b}`. */
export function compileDict({ pairs, at }: DictNode, frame: Frame, compiler: Compiler): Evaluate {
  const parts = pairs.map(
    ({ key, value }) => [compiler.part(key, frame), compiler.part(value, frame)] as const,
  );
  return (run) => {
    const entries = parts.map(([key, value]) => [key(run), value(run)] as const);
    mark(run, at);
    return makeDict(entries);
  };
}

/** `a ~ b`. Where output is escaped, one safe part makes the others be escaped. */
export function compileConcat(node: ConcatNode, frame: Frame, compiler: Compiler): Evaluate {
  const parts = node.operands.map((operand) => compiler.part(operand, frame));
  const escapes = frame.escaping.on && !frame.escaping.dynamic && !frame.isConstant;
  const join = escapes ? joinEscaped : joinPlain;
  return (run) => {
    const values = parts.map((part) => part(run));
    mark(run, node.at);
    return join(values, run);
  };
}

function joinPlain(values: readonly Value[], { host: { budget } }: Run): Value {
  const texts = values.map((value) => textOf(value, budget));
  budget.produce(texts.reduce((length, text) => length + text.length, 0));
  return texts.join("");
}

function joinEscaped(values: readonly Value[], run: Run): Value {
  const { budget } = run.host;
  const texts = values.map((value) => softText(value, budget));
  if (!texts.some((text) => text instanceof Markup)) return joinPlain(texts, run);
  const escaped = texts.map((text) => escapeText(text, budget));
  budget.produce(escaped.reduce((length, text) => length + text.length, 0));
  return new Markup(escaped.join(""));
}
