/** A line that says something: how far it is indented, and where it begins to. */
export interface Line {
  /** -1 behind the last line. */
  readonly indent: number;
  readonly start: number;
  /** Whether comments stand before it. */
  readonly isCommented: boolean;
}

const behindValue = / *(?: #[^\n]*)?\n/y;

/** Where reading has come to in a text. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** What a sticky pattern finds here, without going on. */
  find(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  /** Goes to the next line, over a comment; false where something else follows. */
  endLine(): boolean {
    const rest = this.find(behindValue);
    if (rest === undefined) return false;
    this.at += rest.length;
    return true;
  }

  /**
   * From the beginning of a line, the first line that is neither empty nor a comment. Undefined for
   * comments that are indented further than it, of which it depends on more what they belong to.
   */
  nextLine(): Line | undefined {
    const { text } = this;
    let comments = -1;
    let start = this.at;
    while (start < text.length) {
      const lineStart = start;
      while (text.charCodeAt(start) === space) start += 1;
      const indent = start - lineStart;
      const code = text.charCodeAt(start);
      if (code === hash) {
        comments = Math.max(comments, indent);
        start = text.indexOf("\n", start);
      } else if (code !== lineBreak) {
        return comments > indent ? undefined : { indent, start, isCommented: comments >= 0 };
      }
      start += 1;
    }
    const isCommented = comments >= 0;
    return comments > 0 ? undefined : { indent: -1, start: text.length, isCommented };
  }
}

const space = 0x20;
const hash = 0x23;
const lineBreak = 0x0a;
