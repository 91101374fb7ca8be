import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { FilterNode, TestNode } from "../../syntax/expression.ts";
import { orElse } from "../../values/or-else.ts";
import { Markup, type Value } from "../../values/value.ts";
import type { Compiler } from "../compiler.ts";
import { contextualFilters, notConstant } from "../constants.ts";
import { mark } from "../mark.ts";
import type { CallableRequest, Evaluate, Run } from "../run.ts";
import { compileArguments } from "./arguments.ts";

/** `input|name(…)`. */
export function compileFilter(node: FilterNode, frame: Frame, compiler: Compiler): Evaluate {
  const known = compiler.vocabulary.hasFilter(node.name);
  if (frame.isConstant) {
    const depends = !known || node.input === undefined || contextualFilters.has(node.name);
    if (depends || frame.escaping.dynamic) return notConstant;
  }
  if (!known && !frame.isSoft) compiler.fail(`No filter named '${node.name}'.`, node.at);
  const input = node.input === undefined ? captured(frame) : compiler.part(node.input, frame);
  const request = compileRequest({ node, input, known, what: "filter" }, frame, compiler);
  return (run) => run.host.filter(request(run));
}

/** `input is name(…)`. */
export function compileTest(node: TestNode, frame: Frame, compiler: Compiler): Evaluate {
  const known = compiler.vocabulary.hasTest(node.name);
  if (frame.isConstant && (!known || frame.escaping.dynamic)) return notConstant;
  if (!known && !frame.isSoft) compiler.fail(`No test named '${node.name}'.`, node.at);
  const input = compiler.part(node.input, frame);
  const request = compileRequest({ node, input, known, what: "test" }, frame, compiler);
  return (run) => run.host.test(request(run));
}

interface Callable {
  readonly node: FilterNode | TestNode;
  readonly input: Evaluate;
  readonly known: boolean;
  readonly what: "filter" | "test";
}

function compileRequest(
  { node, input, known, what }: Callable,
  frame: Frame,
  compiler: Compiler,
): (run: Run) => CallableRequest {
  const { name, at } = node;
  const args = compileArguments(node.args, frame, compiler);
  return (run) => {
    const value = input(run);
    const { positional, keywords } = args(run);
    mark(run, at);
    if (!known) failUnknown(what, name, keywords);
    return { name, input: value, positional, keywords, context: run.context };
  };
}

/** In a condition an unknown name only matters when it is used; what stands in for it takes no names. */
function failUnknown(what: string, name: string, keywords: ReadonlyMap<string, Value>): never {
  const [keyword] = keywords.keys();
  if (keyword !== undefined) {
    return raise("TypeError", `${name}() got an unexpected keyword argument '${keyword}'`);
  }
  return raise("TemplateRuntimeError", `No ${what} named '${name}' found.`);
}

/** The text of the block that the filter stands at. */
function captured({ captured: slot, escaping }: Frame): Evaluate {
  const { on, dynamic } = escaping;
  return (run) => {
    const text = slot === undefined ? undefined : run.slots[slot];
    const escapes = dynamic ? run.context.escaping.on : on;
    return escapes && typeof text === "string" ? new Markup(text) : orElse(text, () => "");
  };
}
