import { pyRepr } from "../../../core/python/py-repr.ts";
import { codePointLength } from "../text/code-points.ts";
import { readNumberLiteral } from "./number-literal.ts";
import { failSource } from "./source-error.ts";
import { readStringLiteral, stringLiteralEnd } from "./string-literal.ts";
import * as pattern from "./tag-patterns.ts";
import { makeToken, operatorTypes, type Token } from "./token.ts";

const closing: Readonly<Record<string, string>> = { "{": "}", "(": ")", "[": "]" };

/** Cuts the inside of one `{{ … }}` or `{% … %}` into tokens, its end included. */
export class TagLexer {
  readonly end: "variable_end" | "block_end";
  private readonly source: string;
  private at: number;
  /** The brackets that must be closed before the tag may end, innermost last. */
  private readonly open: string[] = [];

  constructor(source: string, start: number, end: "variable_end" | "block_end") {
    this.source = source;
    this.at = start;
    this.end = end;
  }

  get position(): number {
    return this.at;
  }

  next(): Token {
    const end = this.readEnd();
    if (end !== undefined) return end;
    const space = pattern.matchAt(pattern.spaces, this.source, this.at);
    if (space !== undefined) {
      this.at += space[0].length;
      return this.readEnd() ?? this.readToken();
    }
    return this.readToken();
  }

  private readEnd(): Token | undefined {
    if (this.open.length > 0) return undefined;
    const form = this.end === "variable_end" ? pattern.variableEnd : pattern.blockEnd;
    return this.take(pattern.matchAt(form, this.source, this.at)?.[0], this.end);
  }

  private readToken(): Token {
    const start = this.at;
    if (start >= this.source.length) return makeToken("eof", "", start);
    const number = readNumberLiteral(this.source, start);
    if (number !== undefined) {
      this.at = number.end;
      const text = this.source.slice(start, number.end);
      return { ...makeToken(number.type, text, start), value: number.value };
    }
    return this.readName() ?? this.readString() ?? this.readOperator();
  }

  private readName(): Token | undefined {
    const text = pattern.matchAt(pattern.name, this.source, this.at)?.[0];
    if (text !== undefined && !pattern.identifier.test(text)) {
      return failSource("Invalid character in identifier", this.at);
    }
    return this.take(text, "name");
  }

  private readString(): Token | undefined {
    const start = this.at;
    if (!/['"]/.test(this.source.charAt(start))) return undefined;
    const end = stringLiteralEnd(this.source, start);
    if (end === undefined) return undefined;
    this.at = end;
    const text = this.source.slice(start, end);
    const value = readStringLiteral(text.slice(1, -1), start);
    return { ...makeToken("string", text, start), value };
  }

  private readOperator(): Token {
    const text = pattern.matchAt(pattern.operator, this.source, this.at)?.[0];
    const type = text === undefined ? undefined : operatorTypes[text];
    if (text === undefined || type === undefined) return this.failAtCharacter();
    this.balance(text);
    this.at += text.length;
    return makeToken(type, text, this.at - text.length);
  }

  private balance(bracket: string): void {
    const close = closing[bracket];
    if (close !== undefined) this.open.push(close);
    if (!/[\])}]/.test(bracket)) return;
    const expected = this.open.pop();
    if (expected === undefined) failSource(`unexpected '${bracket}'`, this.at);
    if (expected !== bracket)
      failSource(`unexpected '${bracket}', expected '${expected}'`, this.at);
  }

  private take(text: string | undefined, type: Token["type"]): Token | undefined {
    if (text === undefined) return undefined;
    this.at += text.length;
    return makeToken(type, text, this.at - text.length);
  }

  private failAtCharacter(): never {
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    const index = codePointLength(this.source.slice(0, this.at));
    return failSource(`unexpected char ${pyRepr(char)} at ${index}`, this.at);
  }
}
