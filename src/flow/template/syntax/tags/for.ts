import { parseTarget } from "../expressions/target.ts";
import { parseTuple } from "../expressions/tuple.ts";
import type { Parser } from "../parser.ts";
import type { ForNode } from "../statement.ts";

/** `{% for target in items if test recursive %}…{% else %}…{% endfor %}`. */
export function parseFor(parser: Parser, at: number): ForNode {
  const { tokens } = parser;
  const target = parseTarget(parser);
  tokens.expectName("in");
  const items = parseTuple(parser, { unconditional: true });
  const test = tokens.skipIfName("if") ? parser.expression() : undefined;
  const recursive = tokens.skipIfName("recursive");
  const body = parser.body("endfor", "else");
  const otherwise = tokens.next().text === "endfor" ? [] : parser.lastBody("endfor");
  return { kind: "for", target, items, test, recursive, body, otherwise, at };
}
