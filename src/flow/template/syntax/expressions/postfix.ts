import { failSource } from "../../lexer/source-error.ts";
import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseArguments } from "./arguments.ts";

/** Look-ups and calls behind a value: `value.name[key](…)`. */
export function parsePostfix(parser: Parser, start: Expression): Expression {
  const { tokens } = parser;
  let node = start;
  for (;;) {
    if (tokens.is("dot")) node = parseDot(parser, node);
    else if (tokens.is("lbracket")) node = parseBrackets(parser, node);
    else if (tokens.is("lparen")) node = parseCall(parser, node);
    else return node;
  }
}

/** The arguments of a call, whose callee was read before. */
export function parseCall(parser: Parser, callee: Expression): Expression {
  const { at } = parser.tokens.current;
  return { kind: "call", callee, args: parseArguments(parser), at };
}

/** `value.name`, or `value.0` for an item. */
function parseDot({ tokens }: Parser, object: Expression): Expression {
  const { at } = tokens.next();
  const token = tokens.next();
  if (token.type === "name") return { kind: "getattr", object, name: token.text, at };
  if (token.type !== "integer") return failSource("expected name or number", token.at);
  const key: Expression = { kind: "const", value: token.value, at: token.at };
  return { kind: "getitem", object, key, at };
}

function parseBrackets(parser: Parser, object: Expression): Expression {
  const { tokens } = parser;
  const { at } = tokens.next();
  const keys: Expression[] = [];
  while (!tokens.is("rbracket")) {
    if (keys.length > 0) tokens.expect("comma");
    keys.push(parseKey(parser));
  }
  tokens.expect("rbracket");
  const [only] = keys;
  const key: Expression =
    only !== undefined && keys.length === 1 ? only : { kind: "tuple", items: keys, at };
  return { kind: "getitem", object, key, at };
}

/** An expression, or `start:stop:step` with each of them optional. */
function parseKey(parser: Parser): Expression {
  const { tokens } = parser;
  const { at } = tokens.current;
  const start = tokens.is("colon") ? undefined : parser.expression();
  if (start !== undefined && !tokens.is("colon")) return start;
  tokens.next();
  const stop = tokens.is("colon") ? undefined : parseBound(parser);
  const step = tokens.skipIf("colon") ? parseBound(parser) : undefined;
  return { kind: "slice", start, stop, step, at };
}

function parseBound(parser: Parser): Expression | undefined {
  const { tokens } = parser;
  return tokens.is("rbracket") || tokens.is("comma") ? undefined : parser.expression();
}
