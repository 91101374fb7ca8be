import { failSource } from "../../lexer/source-error.ts";
import { describeToken, type TokenType } from "../../lexer/token.ts";
import type { Value } from "../../values/value.ts";
import type { DictNode, Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { parseTuple } from "./tuple.ts";

const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);

/** A name, a literal, or something in brackets. */
export function parsePrimary(parser: Parser): Expression {
  const token = parser.tokens.current;
  const parse = primaries[token.type];
  return parse?.(parser) ?? failSource(`unexpected '${describeToken(token)}'`, token.at);
}

const primaries: Readonly<Partial<Record<TokenType, (parser: Parser) => Expression>>> = {
  name: parseName,
  string: parseStrings,
  integer: parseNumber,
  float: parseNumber,
  lparen: parseParentheses,
  lbracket: parseList,
  lbrace: parseDict,
};

function parseName({ tokens }: Parser): Expression {
  const { text, at } = tokens.next();
  const value = words.get(text);
  return value === undefined ? { kind: "name", name: text, at } : { kind: "const", value, at };
}

function parseNumber({ tokens }: Parser): Expression {
  const { value, at } = tokens.next();
  return { kind: "const", value, at };
}

/** Strings that stand side by side are one. */
function parseStrings({ tokens }: Parser): Expression {
  const { at } = tokens.current;
  const parts: string[] = [];
  while (tokens.is("string")) {
    const { value } = tokens.next();
    parts.push(typeof value === "string" ? value : "");
  }
  return { kind: "const", value: parts.join(""), at };
}

function parseParentheses(parser: Parser): Expression {
  parser.tokens.expect("lparen");
  const node = parseTuple(parser, { parentheses: true });
  parser.tokens.expect("rparen");
  return node;
}

function parseList(parser: Parser): Expression {
  const { tokens } = parser;
  const { at } = tokens.expect("lbracket");
  const items: Expression[] = [];
  while (!tokens.is("rbracket")) {
    if (items.length > 0) tokens.expect("comma");
    if (tokens.is("rbracket")) break;
    items.push(parser.expression());
  }
  tokens.expect("rbracket");
  return { kind: "list", items, at };
}

function parseDict(parser: Parser): Expression {
  const { tokens } = parser;
  const { at } = tokens.expect("lbrace");
  const pairs: DictNode["pairs"][number][] = [];
  while (!tokens.is("rbrace")) {
    if (pairs.length > 0) tokens.expect("comma");
    if (tokens.is("rbrace")) break;
    const key = parser.expression();
    tokens.expect("colon");
    pairs.push({ key, value: parser.expression() });
  }
  tokens.expect("rbrace");
  return { kind: "dict", pairs, at };
}
