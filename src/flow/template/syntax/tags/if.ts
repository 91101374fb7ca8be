import { parseTuple } from "../expressions/tuple.ts";
import type { Parser } from "../parser.ts";
import type { IfBranch, IfNode } from "../statement.ts";

/** `{% if test %}…{% elif test %}…{% else %}…{% endif %}`. */
export function parseIf(parser: Parser, at: number): IfNode {
  const { tokens } = parser;
  const branches: [IfBranch, ...IfBranch[]] = [parseBranch(parser)];
  for (;;) {
    const end = tokens.next().text;
    if (end === "elif") branches.push(parseBranch(parser));
    else
      return {
        kind: "if",
        branches,
        otherwise: end === "else" ? parser.lastBody("endif") : [],
        at,
      };
  }
}

function parseBranch(parser: Parser): IfBranch {
  const { at } = parser.tokens.current;
  const test = parseTuple(parser, { unconditional: true });
  return { test, body: parser.body("elif", "else", "endif"), at };
}
