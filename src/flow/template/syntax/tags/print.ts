import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import type { OutputNode } from "../statement.ts";

/** `{% print one, two %}`. */
export function parsePrint(parser: Parser, at: number): OutputNode {
  const { tokens } = parser;
  const parts: Expression[] = [];
  while (!tokens.is("block_end")) {
    if (parts.length > 0) tokens.expect("comma");
    parts.push(parser.expression());
  }
  return { kind: "output", parts, at };
}
