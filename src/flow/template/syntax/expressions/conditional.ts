import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseOr } from "./logic.ts";

/** `value if test else otherwise`, and with that any expression. */
export function parseConditional(parser: Parser): Expression {
  const { tokens } = parser;
  const { at } = tokens.current;
  let node = parseOr(parser);
  while (tokens.skipIfName("if")) {
    const test = parseOr(parser);
    const otherwise = tokens.skipIfName("else") ? parser.expression() : undefined;
    node = { kind: "condexpr", test, value: node, otherwise, at };
  }
  return node;
}
