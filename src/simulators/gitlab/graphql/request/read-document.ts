import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from "graphql";

/** Of all kinds of brackets: far more than GitLab lets through, and less than a stack holds. */
const deepest = 100;
const maxTokens = 4000;
const opening: ReadonlySet<string> = new Set([
  TokenKind.BRACE_L,
  TokenKind.BRACKET_L,
  TokenKind.PAREN_L,
]);
const closing: ReadonlySet<string> = new Set([
  TokenKind.BRACE_R,
  TokenKind.BRACKET_R,
  TokenKind.PAREN_R,
]);

/** Reads a query. @throws GraphQLError, also for one that is nested deeper than can be read */
export function readDocument(text: string, maxDepth: number): DocumentNode {
  const lexer = new Lexer(new Source(text));
  let depth = 0;
  for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
    if (opening.has(lexer.token.kind)) depth += 1;
    if (closing.has(lexer.token.kind)) depth -= 1;
    if (depth > deepest) {
      throw new GraphQLError(`Query has depth of ${depth}, which exceeds max depth of ${maxDepth}`);
    }
    if (count > maxTokens) {
      throw new GraphQLError(`This query is too large to execute.`);
    }
  }
  return parse(text);
}
