import type { Frame } from "../scope/frame.ts";
import type { Statement } from "../syntax/statement.ts";
import type { Compiler } from "./compiler.ts";
import type { Execute } from "./run.ts";
import { compileAutoescape } from "./statements/autoescape.ts";
import { compileBlock } from "./statements/block.ts";
import { compileExtends } from "./statements/extends.ts";
import { compileFilterBlock } from "./statements/filter-block.ts";
import { compileFor } from "./statements/for.ts";
import { compileIf } from "./statements/if.ts";
import { compileFrom, compileImport } from "./statements/import.ts";
import { compileInclude } from "./statements/include.ts";
import { compileCallBlock, compileMacro } from "./statements/macro.ts";
import { compileOutput } from "./statements/output.ts";
import { compileSet, compileSetBlock } from "./statements/set.ts";
import { compileWith } from "./statements/with.ts";

/** The step that a statement becomes. */
export function compileStatement(node: Statement, frame: Frame, compiler: Compiler): Execute {
  switch (node.kind) {
    case "output":
      return compileOutput(node, frame, compiler);
    case "for":
      return compileFor(node, frame, compiler);
    case "if":
      return compileIf(node, frame, compiler);
    case "set":
      return compileSet(node, frame, compiler);
    case "set-block":
      return compileSetBlock(node, frame, compiler);
    case "with":
      return compileWith(node, frame, compiler);
    case "filter-block":
      return compileFilterBlock(node, frame, compiler);
    case "autoescape":
      return compileAutoescape(node, frame, compiler);
    case "block":
      return compileBlock(node, frame, compiler);
    case "extends":
      return compileExtends(node, frame, compiler);
    case "include":
      return compileInclude(node, frame, compiler);
    case "import":
      return compileImport(node, frame, compiler);
    case "from":
      return compileFrom(node, frame, compiler);
    case "macro":
      return compileMacro(node, frame, compiler);
    case "call-block":
      return compileCallBlock(node, frame, compiler);
  }
  return neverReached(node);
}

/** Fails to compile when a kind of statement is missing above. */
function neverReached(node: never): never {
  return node;
}
