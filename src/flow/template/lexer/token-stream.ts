import type { Lexer } from "./lexer.ts";
import { failSource } from "./source-error.ts";
import { describeToken, describeType, type Token, type TokenType } from "./token.ts";

/** The tokens of a template, with one token of look-ahead for the parser. */
export class TokenStream {
  private readonly lexer: Lexer;
  private token: Token;
  private ahead: Token | undefined;

  constructor(lexer: Lexer) {
    this.lexer = lexer;
    this.token = lexer.next();
  }

  get current(): Token {
    return this.token;
  }

  /** The token behind the current one. */
  look(): Token {
    this.ahead ??= this.token.type === "eof" ? this.token : this.lexer.next();
    return this.ahead;
  }

  /** Goes on to the next token and gives the one it leaves. */
  next(): Token {
    const left = this.token;
    this.token = this.look();
    this.ahead = undefined;
    return left;
  }

  is(type: TokenType): boolean {
    return this.token.type === type;
  }

  isName(...names: readonly string[]): boolean {
    return this.token.type === "name" && names.includes(this.token.text);
  }

  skipIf(type: TokenType): boolean {
    const found = this.is(type);
    if (found) this.next();
    return found;
  }

  skipIfName(name: string): boolean {
    const found = this.isName(name);
    if (found) this.next();
    return found;
  }

  expect(type: TokenType): Token {
    return this.is(type) ? this.next() : this.failExpected(describeType(type));
  }

  expectName(name: string): Token {
    return this.isName(name) ? this.next() : this.failExpected(name);
  }

  private failExpected(wanted: string): never {
    const { token } = this;
    if (token.type === "eof") {
      return failSource(`unexpected end of template, expected '${wanted}'.`, token.at);
    }
    return failSource(`expected token '${wanted}', got '${describeToken(token)}'`, token.at);
  }
}
