import { failSource } from "../lexer/source-error.ts";
import { parseTuple } from "./expressions/tuple.ts";
import type { Parser } from "./parser.ts";
import type { OutputNode, Statement } from "./statement.ts";
import * as tags from "./tags/index.ts";

/** Text and tags up to one of the tags in `ends`, whose name is then the current token. */
export function parseStatements(parser: Parser, ends?: readonly string[]): readonly Statement[] {
  return ends === undefined
    ? parseAll(parser, [])
    : parser.untilTag(ends, () => parseAll(parser, ends));
}

function parseAll(parser: Parser, ends: readonly string[]): readonly Statement[] {
  const { tokens } = parser;
  const statements: Statement[] = [];
  while (!tokens.is("eof")) {
    if (tokens.is("block_begin")) {
      tokens.next();
      if (tokens.isName(...ends)) break;
      statements.push(parseTag(parser));
      tokens.expect("block_end");
    } else {
      statements.push(parseOutput(parser));
    }
  }
  return statements;
}

/** Everything up to the next tag. */
function parseOutput(parser: Parser): OutputNode {
  const { tokens } = parser;
  const { at } = tokens.current;
  const parts: OutputNode["parts"][number][] = [];
  for (;;) {
    if (tokens.is("data")) {
      const token = tokens.next();
      parts.push({ kind: "data", text: token.text, at: token.at });
    } else if (tokens.skipIf("variable_begin")) {
      parts.push(parseTuple(parser));
      tokens.expect("variable_end");
    } else {
      return { kind: "output", parts, at };
    }
  }
}

function parseTag(parser: Parser): Statement {
  const token = parser.tokens.current;
  if (token.type !== "name") return failSource("tag name expected", token.at);
  const tag = parsers.get(token.text);
  return parser.insideTag(token.text, () => {
    if (tag === undefined) return parser.failUnknownTag(token.text, token.at);
    parser.tokens.next();
    return tag(parser, token.at);
  });
}

/** Parses a tag behind its name. */
type TagParser = (parser: Parser, at: number) => Statement;

const parsers: ReadonlyMap<string, TagParser> = new Map<string, TagParser>([
  ["autoescape", tags.parseAutoescape],
  ["block", tags.parseBlock],
  ["call", tags.parseCallBlock],
  ["extends", tags.parseExtends],
  ["filter", tags.parseFilterBlock],
  ["for", tags.parseFor],
  ["from", tags.parseFrom],
  ["if", tags.parseIf],
  ["import", tags.parseImport],
  ["include", tags.parseInclude],
  ["macro", tags.parseMacro],
  ["print", tags.parsePrint],
  ["set", tags.parseSet],
  ["with", tags.parseWith],
]);
