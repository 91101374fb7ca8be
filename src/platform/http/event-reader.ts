/** Takes a stream of server-sent events apart; an event that was not finished is none. */
export class EventReader {
  readonly #onData: (data: string) => void;
  readonly #decoder = new ChunkDecoder();
  /** The beginning of a line whose end has not come. */
  #rest = "";
  #data: string[] = [];
  /** A carriage return came last: a line feed after it belongs to the same line end. */
  #afterReturn = false;

  /** The reader is told the data of each event, as soon as it is finished. */
  constructor(onData: (data: string) => void) {
    this.#onData = onData;
  }

  add(chunk: Uint8Array): void {
    const text = this.#decoder.decode(chunk);
    let start = this.#afterReturn && text.startsWith("\n") ? 1 : 0;
    if (text !== "") this.#afterReturn = text.endsWith("\r");
    const hasReturns = text.includes("\r");
    for (;;) {
      const end = hasReturns ? lineEnd(text, start) : text.indexOf("\n", start);
      if (end < 0) break;
      const line = this.#rest + text.slice(start, end);
      this.#rest = "";
      start = end + (text.startsWith("\r\n", end) ? 2 : 1);
      this.#take(line);
    }
    this.#rest += text.slice(start);
  }

  #take(line: string): void {
    if (line === "") {
      const data = this.#data.join("\n");
      this.#data = [];
      if (data !== "") this.#onData(data);
      return;
    }
    // Names, numbers and comments mean nothing here: the data says of what type it is.
    if (!line.startsWith("data")) return;
    if (line.length === 4) this.#data.push("");
    else if (line[4] === ":") this.#data.push(line.slice(line[5] === " " ? 6 : 5));
  }
}

const mark = "\uFEFF";

/** Decodes UTF-8 that comes in parts; a decoder that remembers is made only where a part ends in a character. */
class ChunkDecoder {
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #hasBegun = false;

  decode(chunk: Uint8Array): string {
    const last = chunk.at(-1) ?? 0;
    if (this.#decoder === undefined && last >= 0x80) {
      this.#decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    }
    const text =
      this.#decoder?.decode(chunk, { stream: true }) ??
      Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("utf8");
    if (this.#hasBegun || text === "") return text;
    this.#hasBegun = true;
    return text.startsWith(mark) ? text.slice(mark.length) : text;
  }
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf("\n", start);
  const back = text.indexOf("\r", start);
  if (feed < 0 || back < 0) return Math.max(feed, back);
  return Math.min(feed, back);
}
