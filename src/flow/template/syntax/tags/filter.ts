import { parseFilter, parseFilterChain } from "../expressions/filter-and-test.ts";
import type { Parser } from "../parser.ts";
import type { FilterBlockNode } from "../statement.ts";

/** `{% filter name|other %}…{% endfilter %}`. */
export function parseFilterBlock(parser: Parser, at: number): FilterBlockNode {
  const first = parseFilter(parser, undefined);
  const filter = parseFilterChain(parser, first) ?? first;
  return { kind: "filter-block", filter, body: parser.lastBody("endfilter"), at };
}
