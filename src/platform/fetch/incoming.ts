import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { IncomingBody } from "./incoming-body.ts";
import { LeanHeaders } from "./lean-headers.ts";
import { PooledResponse } from "./pooled-response.ts";

/** Statuses whose responses have no body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** What a request ends in: `onResponse` once with a response, or `onFailure` once; then `onDone`, once. */
export interface IncomingOptions {
  readonly method: string;
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  onResponse(response: Response): void;
  onFailure(error: unknown): void;
}

/** Turns what arrives for one request into a `Response` whose body streams. */
export class Incoming implements Dispatcher.DispatchHandler {
  readonly #options: IncomingOptions;
  #connection: Dispatcher.DispatchController | undefined;
  #body: IncomingBody | undefined;
  #answered = false;
  #over = false;

  constructor(options: IncomingOptions) {
    this.#options = options;
    options.signal?.addEventListener("abort", this.#onAbort);
  }

  onRequestStart(connection: Dispatcher.DispatchController): void {
    this.#connection = connection;
    // It was aborted while it waited for a connection.
    if (this.#over) connection.abort(new Error("aborted"));
  }

  onResponseStart(
    connection: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    // 1xx only announces the response.
    if (status < 200 || this.#over) return;
    const encoding = headers["content-encoding"];
    if (encoding !== undefined && encoding !== "identity") {
      throw new Error(`the response is encoded as ${encoding}, which was not asked for`);
    }
    const hasBody = this.#options.method !== "HEAD" && !bodiless.has(status);
    this.#body = hasBody ? this.#bodyOf(connection) : undefined;
    const head = { status, headers: new LeanHeaders(headers), url: this.#options.url };
    this.#answered = true;
    this.#options.onResponse(new PooledResponse(head, this.#body));
  }

  onResponseData(_connection: Dispatcher.DispatchController, chunk: Uint8Array): void {
    if (!this.#over) this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#finish()) this.#body?.finish();
  }

  onResponseError(_connection: Dispatcher.DispatchController, error: unknown): void {
    this.#fail(new TypeError(this.#answered ? "terminated" : "fetch failed", { cause: error }));
  }

  #bodyOf(connection: Dispatcher.DispatchController): IncomingBody {
    return new IncomingBody({
      pause: () => connection.pause(),
      resume: () => connection.resume(),
      cancel: (reason) => {
        if (this.#finish()) connection.abort(asError(reason));
      },
    });
  }

  readonly #onAbort = (): void => {
    const reason: unknown = this.#options.signal?.reason;
    this.#fail(reason);
    this.#connection?.abort(asError(reason));
  };

  #fail(error: unknown): void {
    if (!this.#finish()) return;
    if (this.#answered) this.#body?.fail(error);
    else this.#options.onFailure(error);
  }

  /** True the first time. */
  #finish(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
    return true;
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
