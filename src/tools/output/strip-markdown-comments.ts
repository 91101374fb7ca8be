import { blankLineStart } from "./line-start.ts";
import { isSpace, spaceEnd } from "./py-space.ts";
import { removeSpans, type Span } from "./spans.ts";

/**
 * Removes link definitions that are never shown, which is how comments are written in Markdown: at the
 * beginning of a line `[//]:` or `[comment]:`, then `<…>`, `#` or a word, then text in parentheses. Such
 * lines also occur in JSON inside text, so a written `\n` begins a line, and escaped angle brackets of the
 * whole text are read as brackets first.
 */
export function stripMarkdownComments(text: string): string {
  if (!/\[(?:\/\/|comment)\]:/i.test(text)) return text;
  const finder = new CommentFinder();
  return removeSpans(decodeBrackets(text), (decoded, from) => finder.find(decoded, from));
}

function decodeBrackets(text: string): string {
  return text.replaceAll(/(?<!\\)\\+u003c/gi, "<").replaceAll(/(?<!\\)\\+u003e/gi, ">");
}

/**
 * Goes through one text. It remembers what it looked for in vain, so that many comments without an end do
 * not each look through all the text again.
 */
class CommentFinder {
  private readonly marker = /\[(?:\/\/|comment)\]:/gi;
  /** A parenthesis that opens before this offset does not close. */
  private unclosedUntil = 0;
  private bracket = -1;
  private wordEnd = 0;
  private readonly spaceEnds = new Map<number, number>();

  find(text: string, from: number): Span | undefined {
    this.marker.lastIndex = from;
    for (let match = this.marker.exec(text); match !== null; match = this.marker.exec(text)) {
      const start = blankLineStart(text, match.index, from);
      const end = start === undefined ? undefined : this.commentEnd(text, this.marker.lastIndex);
      if (start !== undefined && end !== undefined) return { start, end };
    }
    return undefined;
  }

  private commentEnd(text: string, afterMarker: number): number | undefined {
    const start = spaceEnd(text, afterMarker);
    const targets = [
      text[start] === "<" ? this.bracketEnd(text, start) : undefined,
      text[start] === "#" ? start + 1 : undefined,
      this.wordsEnd(text, start),
    ];
    for (const target of targets) {
      const end =
        target === undefined ? undefined : this.textEnd(text, this.afterSpace(text, target));
      if (end !== undefined) return end;
    }
    return undefined;
  }

  private bracketEnd(text: string, start: number): number | undefined {
    if (this.bracket < start) {
      const found = text.indexOf(">", start);
      this.bracket = found < 0 ? text.length : found;
    }
    return this.bracket < text.length ? this.bracket + 1 : undefined;
  }

  private wordsEnd(text: string, start: number): number {
    if (this.wordEnd < start) {
      this.wordEnd = start;
      while (isWord(text, this.wordEnd)) this.wordEnd += 1;
    }
    return this.wordEnd;
  }

  private afterSpace(text: string, at: number): number {
    const end = this.spaceEnds.get(at) ?? spaceEnd(text, at);
    this.spaceEnds.set(at, end);
    return end;
  }

  /** The end of a text in parentheses that begins here. A backslash protects the next character of its line. */
  private textEnd(text: string, start: number): number | undefined {
    if (text[start] !== "(" || start < this.unclosedUntil) return undefined;
    let at = start + 1;
    while (at < text.length && text[at] !== ")") {
      if (text[at] === "\\") at += 1;
      if (text[at] === "\n" && text[at - 1] === "\\") break;
      at += 1;
    }
    if (text[at] === ")") return at + 1;
    this.unclosedUntil = at;
    return undefined;
  }
}

function isWord(text: string, at: number): boolean {
  return at < text.length && text[at] !== "(" && !isSpace(text.charAt(at));
}
