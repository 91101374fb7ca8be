import { failSource } from "../../lexer/source-error.ts";
import { describeToken } from "../../lexer/token.ts";
import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";

/** What a tuple without parentheses may hold. */
export interface TupleOptions {
  /** Inside parentheses nothing at all is a tuple too. */
  readonly parentheses?: boolean;
  /** A following `if` is not part of an item. */
  readonly unconditional?: boolean;
  /** How an item is parsed, where it is not any expression. */
  readonly item?: (parser: Parser) => Expression;
}

/** One expression, or a tuple where commas follow. */
export function parseTuple(parser: Parser, options: TupleOptions = {}): Expression {
  const { tokens } = parser;
  const { at } = tokens.current;
  const items: Expression[] = [];
  let isTuple = false;
  for (;;) {
    if (items.length > 0) tokens.expect("comma");
    if (atTupleEnd(parser)) break;
    items.push(parseItem(parser, options));
    if (!tokens.is("comma")) break;
    isTuple = true;
  }
  const [first] = items;
  if (!isTuple && first !== undefined) return first;
  if (!isTuple && options.parentheses !== true) {
    const got = describeToken(tokens.current);
    return failSource(`Expected an expression, got '${got}'`, tokens.current.at);
  }
  return { kind: "tuple", items, at };
}

function parseItem(parser: Parser, { item, unconditional }: TupleOptions): Expression {
  if (item !== undefined) return item(parser);
  return unconditional === true ? parser.unconditional() : parser.expression();
}

/** Where `{% for a, in b %}` would need more, Jinja2 takes `in` for a name, and so do we. */
function atTupleEnd({ tokens }: Parser): boolean {
  return tokens.is("variable_end") || tokens.is("block_end") || tokens.is("rparen");
}
