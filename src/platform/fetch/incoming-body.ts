/** How much of a body may lie unread before the server is made to wait. */
const maxUnread = 256 * 1024;

/** The connection that a body comes from. */
export interface BodySource {
  pause(): void;
  resume(): void;
  /** Gives the rest up; `reason` is for the connection, nobody is told. */
  cancel(reason: unknown): void;
}

/** Where the parts of a body go: any number of them, then one of the other two, once. */
export interface BodySink {
  onChunk(chunk: Uint8Array): void;
  onEnd(): void;
  onError(error: unknown): void;
}

/** The body of a response: holds what comes until somebody wants it, and not too much of that. */
export class IncomingBody {
  readonly #source: BodySource;
  #held: Uint8Array[] = [];
  #unread = 0;
  #end: { readonly error?: unknown } | undefined;
  #sink: BodySink | undefined;

  constructor(source: BodySource) {
    this.#source = source;
  }

  /** Whether somebody reads it, or has. */
  get isUsed(): boolean {
    return this.#sink !== undefined;
  }

  push(chunk: Uint8Array): void {
    if (this.#sink !== undefined) return this.#sink.onChunk(chunk);
    this.#held.push(chunk);
    this.#unread += chunk.byteLength;
    if (this.#unread >= maxUnread) this.#source.pause();
  }

  finish(): void {
    this.#end = {};
    this.#sink?.onEnd();
  }

  fail(error: unknown): void {
    this.#end = { error };
    this.#sink?.onError(error);
  }

  /**
   * Hands everything to a reader, from the first part on.
   *
   * @throws TypeError when somebody else reads it.
   */
  pipe(sink: BodySink): void {
    if (this.isUsed) throw new TypeError("the body of a response can be read once only");
    this.#sink = sink;
    const held = this.#held;
    this.#held = [];
    for (const chunk of held) sink.onChunk(chunk);
    if (this.#end === undefined) this.#source.resume();
    else if ("error" in this.#end) sink.onError(this.#end.error);
    else sink.onEnd();
  }

  /** A stream of it, which makes the server wait while nobody reads. */
  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.pipe({
            onChunk: (chunk) => {
              controller.enqueue(chunk);
              if ((controller.desiredSize ?? 0) <= 0) this.#source.pause();
            },
            onEnd: () => controller.close(),
            onError: (error) => controller.error(error),
          });
        },
        pull: () => this.#source.resume(),
        cancel: (reason: unknown) => this.#source.cancel(reason),
      },
      { highWaterMark: maxUnread, size: (chunk) => chunk.byteLength },
    );
  }

  /** Reads it part by part; what the reader throws gives up the rest. */
  read(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      let isGivenUp = false;
      this.pipe({
        onChunk: (chunk) => {
          if (isGivenUp) return;
          try {
            onChunk(chunk);
          } catch (error) {
            isGivenUp = true;
            reject(error);
            this.#source.cancel(error);
          }
        },
        onEnd: resolve,
        onError: reject,
      });
    });
  }
}
