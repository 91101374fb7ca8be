import { knownForms } from "../../../src/core/secrets/known-values.ts";
import type { Redactor } from "../../../src/core/secrets/redactor.ts";
import { type Block, keyBlocks } from "./key-blocks.ts";

/** What stands before a secret and shows that it is one is never longer. */
const contextChars = 400;
const whitespace = /\s/;

/** What a stream keeps to itself. */
export interface StreamSecrets {
  readonly redactor: Redactor;
  /** The values that the redactor knows. */
  readonly known: readonly string[];
}

/**
 * A text that comes in pieces, without the secrets in it, wherever they are cut. A word is given out when
 * it has ended, because no secret ends before its word does; those of several words are waited for.
 */
export class RedactedStream {
  readonly #redactor: Redactor;
  /** The known values that whitespace can cut. */
  readonly #phrases: readonly string[];
  /** The end of what was given out, as it came. */
  #before = "";
  #waiting = "";

  constructor({ redactor, known }: StreamSecrets) {
    this.#redactor = redactor;
    this.#phrases = knownForms(known).filter((form) => whitespace.test(form));
  }

  /** Takes more of the text; gives what can be said of it by now. */
  push(text: string): string {
    this.#waiting += text;
    return whitespace.test(text) ? this.#release(this.#safeLength()) : "";
  }

  /** Gives the rest, when nothing more will come. */
  end(): string {
    return this.#release(this.#waiting.length);
  }

  /** A cut before one block may be inside of another. */
  #safeLength(): number {
    const blocks = [
      ...keyBlocks(this.#waiting),
      ...this.#phrases.flatMap((each) => this.#find(each)),
    ];
    let end = wordStart(this.#waiting, this.#waiting.length);
    for (;;) {
      const cut = blocks.find((block) => block.start < end && end < block.end);
      if (cut === undefined) return end;
      end = wordStart(this.#waiting, cut.start);
    }
  }

  /** Where a known phrase stands, or may stand when more has come. */
  #find(phrase: string): readonly Block[] {
    const blocks: Block[] = [];
    const text = this.#waiting;
    for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
      blocks.push({ start, end: start + phrase.length });
    }
    for (
      let start = Math.max(0, text.length - phrase.length + 1);
      start < text.length;
      start += 1
    ) {
      if (phrase.startsWith(text.slice(start)))
        blocks.push({ start, end: Number.POSITIVE_INFINITY });
    }
    return blocks;
  }

  #release(length: number): string {
    const next = this.#waiting.slice(0, length);
    if (next === "") return "";
    this.#waiting = this.#waiting.slice(length);
    const before = this.#redactor.redact(this.#before);
    const both = this.#redactor.redact(this.#before + next);
    this.#before = lastWords(this.#before + next);
    return both.startsWith(before) ? both.slice(before.length) : this.#redactor.redact(next);
  }
}

/** Where the word begins that goes up to a place. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && !whitespace.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function lastWords(text: string): string {
  if (text.length <= contextChars) return text;
  const end = text.slice(-contextChars);
  return end.slice(end.search(whitespace));
}
