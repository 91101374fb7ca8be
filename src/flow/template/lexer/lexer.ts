import { LimitReached } from "../python-exception.ts";
import type { TemplateLimits } from "../template-limits.ts";
import { trailingSpaceStart } from "../text/python-space.ts";
import { failSource } from "./source-error.ts";
import { TagLexer } from "./tag-lexer.ts";
import * as pattern from "./tag-patterns.ts";
import { makeToken, type Token } from "./token.ts";

/**
 * Cuts a template into tokens, one at a time, so that mistakes show in the order in which Jinja2
 * finds them. Every character is looked at a bounded number of times.
 */
export class Lexer {
  private readonly source: string;
  private readonly limits: TemplateLimits;
  private tag: TagLexer | undefined;
  private position = 0;
  private count = 0;
  private readonly found: Token[] = [];

  constructor(source: string, limits: TemplateLimits) {
    this.source = source;
    this.limits = limits;
  }

  next(): Token {
    const { maxTokens } = this.limits;
    this.count += 1;
    if (this.count > maxTokens) {
      throw new LimitReached("maxTokens", `the template has more than ${maxTokens} tokens`);
    }
    if (this.tag !== undefined) return this.nextInTag(this.tag);
    while (this.found.length === 0 && this.position < this.source.length) this.readText();
    return this.found.shift() ?? makeToken("eof", "", this.source.length);
  }

  private nextInTag(tag: TagLexer): Token {
    const begin = this.found.shift();
    if (begin !== undefined) return begin;
    const next = tag.next();
    if (next.type !== tag.end) return next;
    this.position = tag.position;
    this.tag = undefined;
    return next;
  }

  /** Reads the text up to the next tag, and the tag's beginning. */
  private readText(): void {
    const start = this.position;
    const at = this.findTag(start);
    const text = this.source.slice(start, at);
    if (at === undefined) {
      this.position = this.source.length;
      this.addData(text, start);
      return;
    }
    const raw = pattern.matchAt(pattern.rawBegin, this.source, at);
    this.addData(this.strip(text, raw?.[1] ?? this.source.charAt(at + 2)), start);
    if (raw === undefined) this.openTag(at);
    else this.readRaw(at + raw[0].length);
  }

  private openTag(at: number): void {
    const signed = /[-+]/.test(this.source.charAt(at + 2));
    const inside = at + (signed ? 3 : 2);
    const kind = this.source.charAt(at + 1);
    if (kind === "#") {
      this.skipComment(inside);
      return;
    }
    this.found.push(makeToken(kind === "{" ? "variable_begin" : "block_begin", "", at));
    this.tag = new TagLexer(this.source, inside, kind === "{" ? "variable_end" : "block_end");
  }

  private skipComment(inside: number): void {
    const end = this.source.indexOf("#}", inside);
    if (end < 0 && inside < this.source.length) failSource("Missing end of comment tag", inside);
    this.position = end < 0 ? inside : end + 2;
    if (this.source.charAt(end - 1) !== "-" || end - 1 < inside) return;
    const space = pattern.matchAt(pattern.spaces, this.source, this.position);
    this.position += space?.[0].length ?? 0;
  }

  private readRaw(inside: number): void {
    for (
      let at = this.source.indexOf("{%", inside);
      at >= 0;
      at = this.source.indexOf("{%", at + 1)
    ) {
      const end = pattern.matchAt(pattern.rawEnd, this.source, at);
      if (end === undefined) continue;
      this.addData(this.strip(this.source.slice(inside, at), end[1] ?? ""), inside);
      this.position = at + end[0].length;
      return;
    }
    if (inside < this.source.length) failSource("Missing end of raw directive", inside);
    this.position = inside;
  }

  private addData(text: string, at: number): void {
    if (text !== "") this.found.push(makeToken("data", text, at));
  }

  private strip(text: string, sign: string): string {
    return sign === "-" ? text.slice(0, trailingSpaceStart(text)) : text;
  }

  private findTag(from: number): number | undefined {
    for (let at = this.source.indexOf("{", from); at >= 0; at = this.source.indexOf("{", at + 1)) {
      if (/[{%#]/.test(this.source.charAt(at + 1))) return at;
    }
    return undefined;
  }
}
