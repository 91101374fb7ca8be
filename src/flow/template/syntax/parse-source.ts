import { Lexer } from "../lexer/lexer.ts";
import { normalizeSource } from "../lexer/normalize-source.ts";
import { LimitReached } from "../python-exception.ts";
import type { TemplateLimits } from "../template-limits.ts";
import { type AnyNode, childrenOf } from "./children.ts";
import { parseConditional } from "./expressions/conditional.ts";
import { parseOr } from "./expressions/logic.ts";
import { ParseCache } from "./parse-cache.ts";
import { type Grammar, Parser } from "./parser.ts";
import type { Statement } from "./statement.ts";
import { parseStatements } from "./statements.ts";

const grammar: Grammar = {
  expression: parseConditional,
  unconditional: parseOr,
  statements: parseStatements,
};

const cache = new ParseCache();

/** Parses a template. What it gives is nested no deeper than the limit, so that it can be walked. */
export function parseSource(source: string, limits: TemplateLimits): readonly Statement[] {
  if (source.length > limits.maxSource) {
    const { maxSource } = limits;
    throw new LimitReached("maxSource", `the template has more than ${maxSource} characters`);
  }
  const known = cache.get(source, limits);
  if (known !== undefined) return known;
  const parser = new Parser(new Lexer(normalizeSource(source), limits), grammar, limits);
  const statements = parseStatements(parser);
  checkDepth(statements, limits.maxDepth);
  cache.set(source, limits, statements);
  return statements;
}

/** Chains such as `a.b.c` nest without any recursion of the parser, so they are measured here. */
function checkDepth(statements: readonly AnyNode[], maxDepth: number): void {
  let level = statements;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) {
      throw new LimitReached("maxDepth", `the template is nested more than ${maxDepth} deep`);
    }
    level = level.flatMap(childrenOf);
  }
}
