import type { Parser } from "../parser.ts";
import type { AutoescapeNode } from "../statement.ts";

/** `{% autoescape enabled %}…{% endautoescape %}`. */
export function parseAutoescape(parser: Parser, at: number): AutoescapeNode {
  const enabled = parser.expression();
  return { kind: "autoescape", enabled, body: parser.lastBody("endautoescape"), at };
}
