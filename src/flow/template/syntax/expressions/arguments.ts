import { failSource } from "../../lexer/source-error.ts";
import type { Arguments, Expression, KeywordArgument } from "../expression.ts";
import type { Parser } from "../parser.ts";

/** The arguments of a filter or test without parentheses. */
export const noArguments: Arguments = {
  positional: [],
  keywords: [],
  rest: undefined,
  keywordRest: undefined,
};

/** `(a, b, name=c, *rest, **more)`, in that order. */
export function parseArguments(parser: Parser): Arguments {
  const { tokens } = parser;
  const { at } = tokens.expect("lparen");
  const found = new FoundArguments(at);
  while (!tokens.is("rparen")) {
    if (!found.isEmpty) {
      tokens.expect("comma");
      if (tokens.is("rparen")) break;
    }
    parseArgument(parser, found);
  }
  tokens.expect("rparen");
  return found;
}

function parseArgument(parser: Parser, found: FoundArguments): void {
  const { tokens } = parser;
  if (tokens.is("mul")) {
    found.ensure(found.rest === undefined && found.keywordRest === undefined);
    tokens.next();
    found.rest = parser.expression();
  } else if (tokens.is("pow")) {
    found.ensure(found.keywordRest === undefined);
    tokens.next();
    found.keywordRest = parser.expression();
  } else if (tokens.is("name") && tokens.look().type === "assign") {
    found.ensure(found.keywordRest === undefined);
    const name = tokens.next().text;
    tokens.next();
    found.keywords.push({ name, value: parser.expression() });
  } else {
    found.ensure(found.onlyPositional);
    found.positional.push(parser.expression());
  }
}

class FoundArguments implements Arguments {
  readonly positional: Expression[] = [];
  readonly keywords: KeywordArgument[] = [];
  rest: Expression | undefined;
  keywordRest: Expression | undefined;
  private readonly at: number;

  constructor(at: number) {
    this.at = at;
  }

  get onlyPositional(): boolean {
    return this.rest === undefined && this.keywordRest === undefined && this.keywords.length === 0;
  }

  get isEmpty(): boolean {
    return this.onlyPositional && this.positional.length === 0;
  }

  ensure(inOrder: boolean): void {
    if (!inOrder) failSource("invalid syntax for function call expression", this.at);
  }
}
