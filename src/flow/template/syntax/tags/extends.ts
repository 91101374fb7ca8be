import type { Parser } from "../parser.ts";
import type { ExtendsNode } from "../statement.ts";

/** `{% extends "parent" %}`. */
export function parseExtends(parser: Parser, at: number): ExtendsNode {
  return { kind: "extends", template: parser.expression(), at };
}
