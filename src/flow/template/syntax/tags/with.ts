import { parseTarget } from "../expressions/target.ts";
import type { Parser } from "../parser.ts";
import type { WithNode } from "../statement.ts";

/** `{% with a = 1, b = 2 %}…{% endwith %}`. */
export function parseWith(parser: Parser, at: number): WithNode {
  const { tokens } = parser;
  const assignments: WithNode["assignments"][number][] = [];
  while (!tokens.is("block_end")) {
    if (assignments.length > 0) tokens.expect("comma");
    const target = parseTarget(parser);
    tokens.expect("assign");
    assignments.push({ target, value: parser.expression() });
  }
  return { kind: "with", assignments, body: parser.lastBody("endwith"), at };
}
