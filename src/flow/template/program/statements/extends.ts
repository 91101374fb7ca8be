import { raise } from "../../python-exception.ts";
import type { Frame } from "../../scope/frame.ts";
import type { ExtendsNode } from "../../syntax/statement.ts";
import type { Compiler } from "../compiler.ts";
import { mark } from "../mark.ts";
import type { Execute } from "../run.ts";

/** `{% extends "parent" %}`: from here on only blocks count, and the parent is shown in the end. */
export function compileExtends(node: ExtendsNode, frame: Frame, compiler: Compiler): Execute {
  if (!frame.isTop) compiler.fail("cannot use extend from a non top-level scope", node.at);
  if (compiler.knownExtends) {
    compiler.unreachable = true;
    return (run) => {
      mark(run, node.at);
      failTwice();
    };
  }
  const template = compiler.expression(node.template, frame);
  compiler.knownExtends = frame.isRoot;
  compiler.extendsSoFar += 1;
  return (run) => {
    mark(run, node.at);
    if (run.parent !== undefined) failTwice();
    const name = template(run);
    mark(run, node.at);
    run.parent = run.host.load(name);
    for (const [block, body] of run.parent.blocks) {
      const known = run.context.blocks.get(block);
      if (known === undefined) run.context.blocks.set(block, [body]);
      else known.push(body);
    }
  };
}

function failTwice(): never {
  return raise("TemplateRuntimeError", "extended multiple times");
}
