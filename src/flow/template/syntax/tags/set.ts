import { parseFilterChain } from "../expressions/filter-and-test.ts";
import { parseTarget } from "../expressions/target.ts";
import { parseTuple } from "../expressions/tuple.ts";
import type { Parser } from "../parser.ts";
import type { SetBlockNode, SetNode } from "../statement.ts";

/** `{% set target = value %}`, or `{% set target | filter %}…{% endset %}`. */
export function parseSet(parser: Parser, at: number): SetNode | SetBlockNode {
  const target = parseTarget(parser, { namespace: true });
  if (parser.tokens.skipIf("assign")) return { kind: "set", target, value: parseTuple(parser), at };
  const filter = parseFilterChain(parser);
  return { kind: "set-block", target, filter, body: parser.lastBody("endset"), at };
}
