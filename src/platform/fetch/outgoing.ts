/** A request taken apart, ready to be sent. */
export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string | Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Reads the arguments of `fetch`. */
export async function readOutgoing(
  input: string | URL | Request,
  init: RequestInit | undefined,
): Promise<Outgoing> {
  const request = input instanceof Request ? input : undefined;
  const { bytes, type } = await readBody(init?.body ?? undefined, request);
  const headers = headersOf(init?.headers ?? request?.headers);
  return {
    url: parseUrl(input instanceof Request ? input.url : String(input)),
    method: (init?.method ?? request?.method ?? "GET").toUpperCase(),
    headers: headerList(headers, type),
    body: bytes,
    signal: init?.signal ?? request?.signal,
  };
}

/** Says less than `new URL` does, because a URL can hold a secret. */
function parseUrl(text: string): URL {
  if (!URL.canParse(text)) throw new TypeError("cannot read the URL of a request");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new TypeError(`cannot fetch a URL that begins with ${url.protocol}`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("cannot fetch a URL that holds a user name or a password");
  }
  return url;
}

/** Says less than `new Headers` does, because a header can hold a secret. */
function headersOf(init: RequestInit["headers"] | undefined): Headers {
  if (init instanceof Headers) return init;
  try {
    return new Headers(init);
  } catch {
    throw new TypeError("a header of a request has a name or a value that cannot be sent");
  }
}

/** Names and values in turn, with what a request must say. */
function headerList(headers: Headers, type: string | undefined): string[] {
  const list: string[] = [];
  for (const [name, value] of headers) {
    // A compressed response would have to be unpacked, which nobody here does.
    if (name !== "accept-encoding") list.push(name, value);
  }
  if (type !== undefined && !headers.has("content-type")) list.push("content-type", type);
  if (!headers.has("accept")) list.push("accept", "*/*");
  return list;
}

interface Body {
  readonly bytes: string | Uint8Array | undefined;
  readonly type?: string | undefined;
}

async function readBody(
  body: Exclude<RequestInit["body"], null>,
  request: Request | undefined,
): Promise<Body> {
  if (typeof body === "string") return { bytes: body, type: "text/plain;charset=UTF-8" };
  if (body instanceof Uint8Array) return { bytes: body };
  if (body !== undefined) {
    // Everything else the platform knows how to read; a request is small enough to be held.
    const whole = new Response(body);
    const type = whole.headers.get("content-type") ?? undefined;
    return { bytes: new Uint8Array(await whole.arrayBuffer()), type };
  }
  if (request === undefined || request.body === null) return { bytes: undefined };
  return { bytes: new Uint8Array(await request.arrayBuffer()) };
}
