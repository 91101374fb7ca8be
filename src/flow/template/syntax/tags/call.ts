import { failSource } from "../../lexer/source-error.ts";
import type { Parser } from "../parser.ts";
import type { CallBlockNode, Signature } from "../statement.ts";
import { parseSignature } from "./signature.ts";

const noSignature: Signature = { parameters: [], defaults: [] };

/** `{% call(parameters) macro() %}…{% endcall %}`. It can be written, but every call is refused. */
export function parseCallBlock(parser: Parser, at: number): CallBlockNode {
  const signature = parser.tokens.is("lparen") ? parseSignature(parser) : noSignature;
  const call = parser.expression();
  if (call.kind !== "call") return failSource("expected call", at);
  return { kind: "call-block", call, signature, body: parser.lastBody("endcall"), at };
}
