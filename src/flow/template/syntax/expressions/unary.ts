import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseFilters } from "./filter-and-test.ts";
import { parsePostfix } from "./postfix.ts";
import { parsePrimary } from "./primary.ts";

/** A value with its sign, look-ups, calls, filters and tests. */
export function parseUnary(parser: Parser): Expression {
  return parseFilters(parser, parseSigned(parser));
}

/** A sign binds closer than a filter and, as in Jinja2, less close than look-ups before it. */
function parseSigned(parser: Parser): Expression {
  const { tokens } = parser;
  const { at } = tokens.current;
  if (!tokens.is("sub") && !tokens.is("add")) return parsePostfix(parser, parsePrimary(parser));
  const sign = tokens.next().type === "sub" ? "-" : "+";
  const operand = parser.nested(() => parseSigned(parser));
  return parsePostfix(parser, { kind: "sign", sign, operand, at });
}
