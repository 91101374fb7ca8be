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

const plainName = /^[a-z0-9-]+$/;
const plainValue = /^[!-~](?:[ -~]*[!-~])?$/;

/** The pairs of headers; what is plain, as most is, needs no `Headers` to be checked and sorted. */
function headersOf(
  init: RequestInit["headers"] | undefined,
): readonly (readonly [string, string])[] {
  if (isRecord(init)) {
    const pairs = Object.entries(init);
    if (pairs.every(([name, value]) => plainName.test(name) && plainValue.test(value))) {
      return pairs;
    }
  }
  try {
    return [...new Headers(init)];
  } catch {
    // Less than `new Headers` says, because a header can hold a secret.
    throw new TypeError("a header of a request has a name or a value that cannot be sent");
  }
}

function isRecord(init: RequestInit["headers"] | undefined): init is Record<string, string> {
  return init !== undefined && !Array.isArray(init) && !(Symbol.iterator in init);
}

/** Names and values in turn, with what a request must say. */
function headerList(
  headers: readonly (readonly [string, string])[],
  type: string | undefined,
): string[] {
  const has = (wanted: string): boolean => headers.some(([name]) => name === wanted);
  return [
    // A compressed response would have to be unpacked, which nobody here does.
    ...headers.filter(([name]) => name !== "accept-encoding").flat(),
    ...(type === undefined || has("content-type") ? [] : ["content-type", type]),
    ...(has("accept") ? [] : ["accept", "*/*"]),
  ];
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
