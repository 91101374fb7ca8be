import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseCompare } from "./compare.ts";

/** `a or b or c`. */
export function parseOr(parser: Parser): Expression {
  const { at } = parser.tokens.current;
  let left = parseAnd(parser);
  while (parser.tokens.skipIfName("or")) {
    left = { kind: "or", left, right: parseAnd(parser), at };
  }
  return left;
}

function parseAnd(parser: Parser): Expression {
  const { at } = parser.tokens.current;
  let left = parseNot(parser);
  while (parser.tokens.skipIfName("and")) {
    left = { kind: "and", left, right: parseNot(parser), at };
  }
  return left;
}

function parseNot(parser: Parser): Expression {
  const { at } = parser.tokens.current;
  if (!parser.tokens.skipIfName("not")) return parseCompare(parser);
  return { kind: "not", operand: parser.nested(() => parseNot(parser)), at };
}
