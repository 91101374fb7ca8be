import { PatternError } from "./pattern-error.ts";

/** The characters of a pattern, read from left to right. */
export class PatternSource {
  private readonly letters: readonly string[];
  private index = 0;

  constructor(pattern: string) {
    this.letters = Array.from(pattern);
  }

  get isAtEnd(): boolean {
    return this.index >= this.letters.length;
  }

  /** The character that comes, without taking it; empty at the end. */
  peek(ahead = 0): string {
    return this.letters[this.index + ahead] ?? "";
  }

  take(): string {
    const letter = this.peek();
    this.index += 1;
    return letter;
  }

  /** Takes a character if it is the one that comes. */
  takeIf(letter: string): boolean {
    if (letter === "" || this.peek() !== letter) return false;
    this.index += 1;
    return true;
  }

  /** Takes as long as characters belong to a set, at most so many of them. */
  takeWhile(set: RegExp, most: number = Infinity): string {
    let text = "";
    while (text.length < most && !this.isAtEnd && set.test(this.peek())) text += this.take();
    return text;
  }

  /** Takes everything up to a character, and the character. */
  takeUntil(end: string, what: string): string {
    let text = "";
    while (!this.isAtEnd && this.peek() !== end) text += this.take();
    if (!this.takeIf(end)) throw new PatternError(`its ${what} is not closed`);
    return text;
  }

  /** Whether a character comes sooner or later. */
  holds(letter: string): boolean {
    return this.letters.includes(letter, this.index);
  }

  /** Goes back to where `mark` was taken. */
  reset(mark: number): void {
    this.index = mark;
  }

  get mark(): number {
    return this.index;
  }
}
