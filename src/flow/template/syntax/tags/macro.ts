import { parseTargetName } from "../expressions/target.ts";
import type { Parser } from "../parser.ts";
import type { MacroNode } from "../statement.ts";
import { parseSignature } from "./signature.ts";

/** `{% macro name(parameters) %}…{% endmacro %}`. It can be written, but every call is refused. */
export function parseMacro(parser: Parser, at: number): MacroNode {
  const { name } = parseTargetName(parser);
  const signature = parseSignature(parser);
  return { kind: "macro", name, signature, body: parser.lastBody("endmacro"), at };
}
