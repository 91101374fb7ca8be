import type { Parser } from "../parser.ts";
import type { IncludeNode } from "../statement.ts";
import { parseWithContext } from "./with-context.ts";

/** `{% include "template" ignore missing without context %}`. */
export function parseInclude(parser: Parser, at: number): IncludeNode {
  const template = parser.expression();
  const ignoreMissing = parseIgnoreMissing(parser);
  const withContext = parseWithContext(parser) ?? true;
  return { kind: "include", template, ignoreMissing, withContext, at };
}

function parseIgnoreMissing({ tokens }: Parser): boolean {
  if (!tokens.isName("ignore")) return false;
  const next = tokens.look();
  if (next.type !== "name" || next.text !== "missing") return false;
  tokens.next();
  tokens.next();
  return true;
}
