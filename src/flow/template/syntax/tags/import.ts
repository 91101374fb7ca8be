import { parseTargetName } from "../expressions/target.ts";
import type { Parser } from "../parser.ts";
import type { ImportNode } from "../statement.ts";
import { parseWithContext } from "./with-context.ts";

/** `{% import "template" as name with context %}`. */
export function parseImport(parser: Parser, at: number): ImportNode {
  const template = parser.expression();
  parser.tokens.expectName("as");
  const { name } = parseTargetName(parser);
  return { kind: "import", template, name, withContext: parseWithContext(parser) ?? false, at };
}
