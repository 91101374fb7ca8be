import { PrintableStream } from "./printable-stream.ts";
import { RedactedStream, type StreamSecrets } from "./redacted-stream.ts";

/** Where an entry stands, and what it begins with. */
export interface EntryFrame {
  readonly write: (text: string) => void;
  /** Printed as it is. */
  readonly title: string;
  /** From the title to the text. */
  readonly gap: string;
  /** Before each further line. */
  readonly indent: string;
}

/**
 * An entry of a transcript that is written while its text comes, and looks in the end as if it had been
 * there at once: without whitespace at the ends of its lines, and of itself.
 */
export class StreamedEntry {
  readonly #frame: EntryFrame;
  readonly #redacted: RedactedStream;
  readonly #printable = new PrintableStream();
  /** Whitespace that is only written when something follows. */
  #space: string;
  #isOpen = false;

  constructor(frame: EntryFrame, secrets: StreamSecrets) {
    this.#frame = frame;
    this.#redacted = new RedactedStream(secrets);
    this.#space = frame.gap;
  }

  add(text: string): void {
    this.#show(this.#printable.push(this.#redacted.push(text)));
  }

  /** Ends the entry; true when there was anything to see. */
  end(): boolean {
    this.#show(this.#printable.push(this.#redacted.end()) + this.#printable.end());
    if (this.#isOpen) this.#frame.write("\n");
    return this.#isOpen;
  }

  /** Breaks the entry off, without what has not been written yet. */
  breakOff(): boolean {
    if (this.#isOpen) this.#frame.write("\n");
    return this.#isOpen;
  }

  #show(text: string): void {
    const shown = text.trimEnd();
    if (shown !== "") this.#frame.write(this.#laidOut(shown));
    this.#space += text.slice(shown.length);
  }

  #laidOut(text: string): string {
    const { title, indent } = this.#frame;
    const [first = "", ...rest] = (this.#space + text).split("\n").map((line) => line.trimEnd());
    this.#space = "";
    const lines = [first, ...rest.map((line) => (line === "" ? "" : indent + line))].join("\n");
    if (this.#isOpen) return lines;
    this.#isOpen = true;
    return title + lines;
  }
}
