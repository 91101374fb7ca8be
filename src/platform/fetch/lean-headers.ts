import type { IncomingHttpHeaders } from "node:http";

/** The headers of a response: read as they came, and made into the platform's own for all that is rare. */
export class LeanHeaders implements Headers {
  readonly #raw: IncomingHttpHeaders;
  #whole: Headers | undefined;

  static {
    // They are headers for whoever asks; nothing of the other's own state is ever used.
    Object.setPrototypeOf(this.prototype, Headers.prototype);
  }

  /** The names are in lower case. */
  constructor(raw: IncomingHttpHeaders) {
    this.#raw = raw;
  }

  get(name: string): string | null {
    if (this.#whole !== undefined) return this.#whole.get(name);
    const key = name.toLowerCase();
    const value = Object.hasOwn(this.#raw, key) ? this.#raw[key] : undefined;
    return Array.isArray(value) ? value.join(", ") : (value ?? null);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  getSetCookie(): string[] {
    return this.#platform().getSetCookie();
  }

  append(name: string, value: string): void {
    this.#platform().append(name, value);
  }

  delete(name: string): void {
    this.#platform().delete(name);
  }

  set(name: string, value: string): void {
    this.#platform().set(name, value);
  }

  forEach(...args: Parameters<Headers["forEach"]>): void {
    this.#platform().forEach(...args);
  }

  keys(): ReturnType<Headers["keys"]> {
    return this.#platform().keys();
  }

  values(): ReturnType<Headers["values"]> {
    return this.#platform().values();
  }

  entries(): ReturnType<Headers["entries"]> {
    return this.#platform().entries();
  }

  [Symbol.iterator](): ReturnType<Headers["entries"]> {
    return this.entries();
  }

  #platform(): Headers {
    this.#whole ??= new Headers(pairsOf(this.#raw));
    return this.#whole;
  }
}

function pairsOf(headers: IncomingHttpHeaders): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? ""]).map((text): [string, string] => [name, text]),
  );
}
