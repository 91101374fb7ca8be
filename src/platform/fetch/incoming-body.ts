/** How much of a body may lie unread before the server is made to wait. */
const maxUnread = 256 * 1024;

/** The connection that a body comes from. */
interface BodySource {
  pause(): void;
  resume(): void;
  /** Gives the rest up; nobody is told. */
  cancel(reason: unknown): void;
}

/** Where a body goes: any number of parts, then one of the other two, once. */
interface BodySink {
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
  #isUsed = false;

  constructor(source: BodySource) {
    this.#source = source;
  }

  /** Whether somebody has read of it. */
  get isUsed(): boolean {
    return this.#isUsed;
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
    // What came before a failure is no body.
    this.#held = [];
    this.#sink?.onError(error);
  }

  /** Reads it part by part; what the reader throws gives up the rest. */
  read(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#isUsed) throw new TypeError("the body of a response can be read once only");
      this.#pipe({
        onChunk: (chunk) => {
          try {
            onChunk(chunk);
          } catch (error) {
            reject(error);
            this.#giveUp(error);
          }
        },
        onEnd: resolve,
        onError: reject,
      });
    });
  }

  /** The same as a stream, which takes a part only when it is asked for one. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
      {
        pull: (controller) => this.#next(controller),
        cancel: (reason: unknown) => this.#giveUp(reason),
      },
      { highWaterMark: 0 },
    );
  }

  #pipe(sink: BodySink): void {
    this.#isUsed = true;
    this.#sink = sink;
    const held = this.#held;
    this.#held = [];
    // A sink that had enough puts another in its place.
    for (const chunk of held) this.#sink.onChunk(chunk);
    if (this.#end === undefined) this.#source.resume();
    else if ("error" in this.#end) this.#sink.onError(this.#end.error);
    else this.#sink.onEnd();
  }

  #giveUp(reason: unknown): void {
    this.#isUsed = true;
    this.#held = [];
    this.#sink = nobody;
    this.#source.cancel(reason);
  }

  /** Gives a stream the next part, as soon as there is one. */
  #next(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> | undefined {
    this.#isUsed = true;
    const chunk = this.#held.shift();
    if (chunk !== undefined) {
      this.#unread -= chunk.byteLength;
      this.#source.resume();
      controller.enqueue(chunk);
      return undefined;
    }
    if (this.#end !== undefined) {
      if ("error" in this.#end) controller.error(this.#end.error);
      else controller.close();
      return undefined;
    }
    return new Promise((resolve) => {
      const done = (give: () => void): void => {
        this.#sink = undefined;
        give();
        resolve();
      };
      this.#sink = {
        onChunk: (next) => done(() => controller.enqueue(next)),
        onEnd: () => done(() => controller.close()),
        onError: (error) => done(() => controller.error(error)),
      };
    });
  }
}

const nobody: BodySink = { onChunk() {}, onEnd() {}, onError() {} };
