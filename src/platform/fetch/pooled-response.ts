import type { IncomingBody } from "./incoming-body.ts";

/** Errors and documents are at most some megabytes; whoever expects more reads it part by part. */
const maxTextBytes = 32 * 1024 * 1024;

interface ResponseHead {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
}

/**
 * A response that costs next to nothing as long as it is only read: streams, and everything else that
 * the platform's `Response` can do, are made when somebody asks for them.
 */
export class PooledResponse implements Response {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly statusText = "";
  readonly redirected = false;
  readonly type = "default";
  readonly #body: IncomingBody | undefined;
  #stream: ReadableStream<Uint8Array<ArrayBuffer>> | undefined;
  #whole: Response | undefined;

  static {
    // It is one for whoever asks; nothing of the other's own state is ever used.
    Object.setPrototypeOf(this.prototype, Response.prototype);
  }

  constructor({ status, headers, url }: ResponseHead, body: IncomingBody | undefined) {
    this.status = status;
    this.headers = headers;
    this.url = url;
    this.#body = body;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get body(): Response["body"] {
    if (this.#whole !== undefined) return this.#whole.body;
    this.#stream ??= this.#body?.stream();
    return this.#stream ?? null;
  }

  get bodyUsed(): boolean {
    return this.#whole?.bodyUsed ?? this.#body?.isUsed ?? false;
  }

  /** Reads the body part by part, without streams; what the reader throws gives up the rest. */
  async read(onChunk: (chunk: Uint8Array) => void): Promise<void> {
    if (this.#whole === undefined) return this.#body?.read(onChunk);
    for await (const chunk of this.#whole.body ?? []) onChunk(chunk);
  }

  /** @throws TypeError when it is too large to be held; the rest is then given up. */
  async text(): Promise<string> {
    if (this.#whole !== undefined) return this.#whole.text();
    const decoder = new TextDecoder();
    let text = "";
    let bytes = 0;
    await this.read((chunk) => {
      bytes += chunk.byteLength;
      if (bytes > maxTextBytes) {
        throw new TypeError(`the body is larger than ${maxTextBytes / 1024 / 1024} MB`);
      }
      text += decoder.decode(chunk, { stream: true });
    });
    return text + decoder.decode();
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#platform().arrayBuffer();
  }

  /** Newer platforms know it, and would look for it in the state of their own. */
  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  async blob(): ReturnType<Response["blob"]> {
    return this.#platform().blob();
  }

  async formData(): ReturnType<Response["formData"]> {
    return this.#platform().formData();
  }

  clone(): Response {
    return this.#platform().clone();
  }

  #platform(): Response {
    this.#whole ??= new Response(this.body, {
      status: this.status,
      headers: [...this.headers],
    });
    return this.#whole;
  }
}
