import { failSource } from "../../lexer/source-error.ts";
import type { TokenType } from "../../lexer/token.ts";
import type { Arguments, Expression, FilterNode } from "../expression.ts";
import type { Parser } from "../parser.ts";
import { noArguments, parseArguments } from "./arguments.ts";
import { parseCall, parsePostfix } from "./postfix.ts";
import { parsePrimary } from "./primary.ts";

/** Filters, tests and calls behind a value. */
export function parseFilters(parser: Parser, start: Expression): Expression {
  const { tokens } = parser;
  let node = start;
  for (;;) {
    if (tokens.is("pipe")) node = parseFilterChain(parser, node) ?? node;
    else if (tokens.isName("is")) node = parseTest(parser, node);
    else if (tokens.is("lparen")) node = parseCall(parser, node);
    else return node;
  }
}

/** Every `|filter` that follows; undefined when none does and there is no input either. */
export function parseFilterChain(parser: Parser, input?: Expression): FilterNode | undefined {
  const { tokens } = parser;
  let node: FilterNode | undefined;
  while (tokens.skipIf("pipe")) node = parseFilter(parser, node ?? input);
  return node;
}

/** One filter without its `|`. */
export function parseFilter(parser: Parser, input: Expression | undefined): FilterNode {
  const { at, text } = parser.tokens.expect("name");
  const name = parseDottedName(parser, text);
  const args = parser.tokens.is("lparen") ? parseArguments(parser) : noArguments;
  return { kind: "filter", input, name, args, at };
}

function parseDottedName({ tokens }: Parser, first: string): string {
  const parts = [first];
  while (tokens.skipIf("dot")) parts.push(tokens.expect("name").text);
  return parts.join(".");
}

function parseTest(parser: Parser, input: Expression): Expression {
  const { tokens } = parser;
  const { at } = tokens.next();
  const negated = tokens.skipIfName("not");
  const name = parseDottedName(parser, tokens.expect("name").text);
  const node: Expression = { kind: "test", input, name, args: parseTestArguments(parser), at };
  return negated ? { kind: "not", operand: node, at } : node;
}

const argumentStarts: ReadonlySet<TokenType> = new Set<TokenType>([
  "name",
  "string",
  "integer",
  "float",
  "lbracket",
  "lbrace",
]);

/** One argument may follow a test without parentheses. */
function parseTestArguments(parser: Parser): Arguments {
  const { tokens } = parser;
  if (tokens.is("lparen")) return parseArguments(parser);
  if (!argumentStarts.has(tokens.current.type) || tokens.isName("else", "or", "and")) {
    return noArguments;
  }
  if (tokens.isName("is")) {
    return failSource("You cannot chain multiple tests with is", tokens.current.at);
  }
  return { ...noArguments, positional: [parsePostfix(parser, parsePrimary(parser))] };
}
