import { failSource } from "../../lexer/source-error.ts";
import type { Expression } from "../expression.ts";
import { parseTargetName } from "../expressions/target.ts";
import type { Parser } from "../parser.ts";
import type { NameTarget, Signature } from "../statement.ts";

/** `(a, b, c=default)`. */
export function parseSignature(parser: Parser): Signature {
  const { tokens } = parser;
  const parameters: NameTarget[] = [];
  const defaults: Expression[] = [];
  tokens.expect("lparen");
  while (!tokens.is("rparen")) {
    if (parameters.length > 0) tokens.expect("comma");
    parameters.push(parseTargetName(parser));
    if (tokens.skipIf("assign")) defaults.push(parser.expression());
    else if (defaults.length > 0) {
      failSource("non-default argument follows default argument", tokens.current.at);
    }
  }
  tokens.expect("rparen");
  return { parameters, defaults };
}
