import type { Value } from "../values/value.ts";

/** Operators by what stands in the template. */
export const operatorTypes: Readonly<Record<string, OperatorType>> = {
  "+": "add",
  "-": "sub",
  "/": "div",
  "//": "floordiv",
  "*": "mul",
  "%": "mod",
  "**": "pow",
  "~": "tilde",
  "[": "lbracket",
  "]": "rbracket",
  "(": "lparen",
  ")": "rparen",
  "{": "lbrace",
  "}": "rbrace",
  "==": "eq",
  "!=": "ne",
  ">": "gt",
  ">=": "gteq",
  "<": "lt",
  "<=": "lteq",
  "=": "assign",
  ".": "dot",
  ":": "colon",
  "|": "pipe",
  ",": "comma",
  ";": "semicolon",
};

/** Jinja2's names for the operators. */
export type OperatorType =
  | "add"
  | "sub"
  | "div"
  | "floordiv"
  | "mul"
  | "mod"
  | "pow"
  | "tilde"
  | "lbracket"
  | "rbracket"
  | "lparen"
  | "rparen"
  | "lbrace"
  | "rbrace"
  | "eq"
  | "ne"
  | "gt"
  | "gteq"
  | "lt"
  | "lteq"
  | "assign"
  | "dot"
  | "colon"
  | "pipe"
  | "comma"
  | "semicolon";

/** Jinja2's names for the kinds of tokens. */
export type TokenType =
  | OperatorType
  | "data"
  | "variable_begin"
  | "variable_end"
  | "block_begin"
  | "block_end"
  | "name"
  | "string"
  | "integer"
  | "float"
  | "eof";

/** A piece of a template that the grammar knows. */
export interface Token {
  readonly type: TokenType;
  /** A name, an operator, or the text between tags. */
  readonly text: string;
  /** What a literal stands for; null for the rest. */
  readonly value: Value;
  /** Where it begins, in UTF-16 units of the source. */
  readonly at: number;
}

const descriptions: Readonly<Partial<Record<TokenType, string>>> = {
  block_begin: "begin of statement block",
  block_end: "end of statement block",
  variable_begin: "begin of print statement",
  variable_end: "end of print statement",
  data: "template data / text",
  eof: "end of template",
};

const operatorTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(operatorTypes).map(([text, type]) => [type, text]),
);

/** How messages call a kind of token. */
export function describeType(type: TokenType): string {
  return operatorTexts.get(type) ?? descriptions[type] ?? type;
}

/** How messages call a token: a name by itself, anything else by its kind. */
export function describeToken(token: Token): string {
  return token.type === "name" ? token.text : describeType(token.type);
}

/** A token without a value of its own. */
export function makeToken(type: TokenType, text: string, at: number): Token {
  return { type, text, value: null, at };
}
