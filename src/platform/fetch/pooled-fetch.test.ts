import { getEventListeners } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { streamOf } from "../../core/testing/stream-of.ts";
import { pooledFetch, type PooledFetchOptions } from "./pooled-fetch.ts";
import { readChunks } from "./read-chunks.ts";

const servers = new Set<ReturnType<typeof createServer>>();

afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers.clear();
});

type Handler = (request: IncomingMessage, response: ServerResponse, socket: Socket) => void;

/** A real server on the loopback interface; gives its address. */
async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    handler(request, response, request.socket);
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
}

function client(options: Partial<PooledFetchOptions> = {}): typeof fetch {
  return pooledFetch({ connections: 4, ...options });
}

/** What a promise is rejected with. */
async function failure(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("it did not fail");
}

/** Answers with what was sent, as JSON. */
const echo: Handler = (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { method, url, headers } = request;
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
  });
};

interface Echo {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function echoed(response: Response): Promise<Echo> {
  const sent: Echo = JSON.parse(await response.text());
  return sent;
}

describe("requests", () => {
  test("a GET", async () => {
    const base = await serve(echo);
    const response = await client()(`${base}/a%20b?c=d#e`);
    expect(response.status).toBe(200);
    expect(response.url).toBe(`${base}/a%20b?c=d#e`);
    expect(await echoed(response)).toMatchObject({ method: "GET", url: "/a%20b?c=d", body: "" });
  });

  test.each<[string, NonNullable<RequestInit["body"]>, string, string | undefined]>([
    ["text", "grüß", "grüß", "text/plain;charset=UTF-8"],
    ["bytes", new TextEncoder().encode("abc"), "abc", undefined],
    ["a buffer", new TextEncoder().encode("abc").buffer, "abc", undefined],
    [
      "a form",
      new URLSearchParams({ a: "1" }),
      "a=1",
      "application/x-www-form-urlencoded;charset=UTF-8",
    ],
    ["a blob", new Blob(["abc"], { type: "text/x" }), "abc", "text/x"],
    [
      "a stream",
      streamOf(["a", "bc"].map((part) => new TextEncoder().encode(part))),
      "abc",
      undefined,
    ],
  ])("a POST of %s", async (...[, body, sent, type]) => {
    const base = await serve(echo);
    const {
      method,
      body: got,
      headers,
    } = await echoed(await client()(new URL(base), { method: "post", body }));
    expect({ method, got, type: headers["content-type"] }).toEqual({
      method: "POST",
      got: sent,
      type,
    });
  });

  test("a Request, and what overrides it", async () => {
    const base = await serve(echo);
    const request = new Request(`${base}/x`, {
      method: "PUT",
      body: "abc",
      headers: { "x-a": "1" },
    });
    expect(await echoed(await client()(request.clone()))).toMatchObject({
      method: "PUT",
      url: "/x",
      body: "abc",
      headers: { "x-a": "1", "content-length": "3" },
    });
    expect(
      await echoed(await client()(request, { method: "POST", headers: { "x-b": "2" } })),
    ).toMatchObject({
      method: "POST",
      headers: { "x-b": "2" },
    });
  });

  test("headers are sent, and compression is never asked for", async () => {
    const base = await serve(echo);
    const { headers } = await echoed(
      await client()(base, {
        headers: [
          ["X-A", "1"],
          ["x-a", "2"],
          ["accept-encoding", "gzip"],
        ],
      }),
    );
    expect(headers).toMatchObject({ "x-a": "1, 2", accept: "*/*" });
    expect(headers).not.toHaveProperty("accept-encoding");
  });

  test.each([
    ["an address that is none", "no address", "cannot read the URL"],
    ["another protocol", "file:///etc/hosts", "file:"],
    ["a password in the address", "http://bob:hunter2@127.0.0.1/", "user name or a password"],
  ])("%s is refused without being repeated", async (_name, url, message) => {
    const error = await failure(client()(url));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain("hunter2");
  });

  test("a header that cannot be sent is refused without being repeated", async () => {
    const error = await failure(
      client()("http://127.0.0.1/", { headers: { authorization: "a\nsecret" } }),
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).not.toContain("secret");
  });

  test("connections are kept, and there are never more than allowed", async () => {
    const sockets = new Set<Socket>();
    let now = 0;
    let most = 0;
    const base = await serve((_request, response, socket) => {
      sockets.add(socket);
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end("ok");
      }, 5);
    });
    const pooled = client({ connections: 3 });
    const texts = await Promise.all(
      Array.from({ length: 12 }, async () => (await pooled(base)).text()),
    );
    expect(texts).toEqual(Array.from({ length: 12 }, () => "ok"));
    expect({ most, sockets: sockets.size }).toEqual({ most: 3, sockets: 3 });
  });
});

describe("responses", () => {
  test("status, headers and body", async () => {
    const base = await serve((_request, response) => {
      response.writeHead(429, { "retry-after": "2", "set-cookie": ["a=1", "b=2"] });
      response.end('{"type":"error"}');
    });
    const response = await client()(base);
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 429, ok: false });
    expect(response.headers.get("retry-after")).toBe("2");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.json()).toEqual({ type: "error" });
  });

  test("a response can all that the platform's can", async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { "x-a": ["1", "2"], "content-type": "text/plain" }).end("ab");
    });
    const get = (): Promise<Response> => client()(base);
    expect(await (await get()).arrayBuffer()).toEqual(new TextEncoder().encode("ab").buffer);
    expect(await (await (await get()).blob()).text()).toBe("ab");
    const response = await get();
    const copy = response.clone();
    expect([await copy.text(), await response.text()]).toEqual(["ab", "ab"]);
    expect([copy.headers.get("x-a"), response.bodyUsed]).toEqual(["1, 2", true]);
    const { headers } = await get();
    expect(headers).toBeInstanceOf(Headers);
    expect([headers.get("X-A"), headers.has("x-a"), headers.get("constructor")]).toEqual([
      "1, 2",
      true,
      null,
    ]);
    expect(new Map(headers).get("content-type")).toBe("text/plain");
  });

  test("a body is read once", async () => {
    const base = await serve((_request, response) => response.end("ab"));
    const response = await client()(base);
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe("ab");
    expect(response.bodyUsed).toBe(true);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test("a reader of parts that has enough gives up the connection", async () => {
    let closed: Promise<unknown> | undefined;
    const base = await serve((_request, response, socket) => {
      const drip = setInterval(() => response.write("."), 5);
      closed = new Promise((resolve) => socket.once("close", resolve)).then(() =>
        clearInterval(drip),
      );
    });
    const enough = new Error("enough");
    const response = await client()(base);
    let seen = 0;
    const read = readChunks(response, () => {
      seen += 1;
      if (seen === 2) throw enough;
    });
    expect(await failure(read)).toBe(enough);
    await closed;
    expect(seen).toBe(2);
  });

  test.each([
    ["GET", 204],
    ["GET", 304],
    ["HEAD", 200],
  ])("%s with %i has no body", async (method, status) => {
    const base = await serve((_request, response) => {
      response.writeHead(status).end();
    });
    const response = await client()(base, { method });
    expect(response.status).toBe(status);
    expect(response.body).toBeNull();
  });

  test.each([301, 302, 303, 307, 308])("%i is returned, not followed", async (status) => {
    const seen: (string | undefined)[] = [];
    const base = await serve((request, response) => {
      seen.push(request.url);
      response.writeHead(status, { location: "/elsewhere" }).end("moved");
    });
    const response = await client()(base, { headers: { "x-api-key": "secret" } });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("moved");
    expect(seen).toEqual(["/"]);
  });

  test("a body streams: its first part is there before the last is sent", async () => {
    const responses: ServerResponse[] = [];
    const base = await serve((_request, response) => {
      response.write("first");
      responses.push(response);
    });
    const response = await client()(base);
    const reader = response.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
    responses[0]!.end("last");
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("last");
    expect((await reader.read()).done).toBe(true);
  });

  test("a text that does not end is given up, and its connection with it", async () => {
    const part = "x".repeat(1024 * 1024);
    const closed = vi.fn<() => void>();
    const base = await serve((_, response) => {
      response.on("close", closed);
      const send = (): void => {
        while (!response.destroyed && response.write(part));
      };
      response.on("drain", send);
      send();
    });
    const response = await client()(base);
    expect((await failure(response.text())).message).toBe("the body is larger than 32 MB");
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  test("a large body arrives whole although its reader is slow", async () => {
    const size = 5_000_000;
    const base = await serve((_request, response) => response.end(Buffer.alloc(size, 97)));
    const response = await client()(base);
    let read = 0;
    const reader = response.body!.getReader();
    for (let part = await reader.read(); part.value !== undefined; part = await reader.read()) {
      read += part.value.byteLength;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(read).toBe(size);
  });

  test("a body that nobody reads does not fill the memory", async () => {
    let sent = 0;
    const base = await serve((_request, response) => {
      const block = Buffer.alloc(64 * 1024);
      const write = (): void => {
        while (sent < 200_000_000) {
          sent += block.length;
          if (!response.write(block)) return void response.once("drain", write);
        }
      };
      write();
    });
    const response = await client()(base);
    let before = -1;
    await vi.waitUntil(
      () => {
        const still = sent === before && sent > 0;
        before = sent;
        return still;
      },
      { interval: 100, timeout: 10_000 },
    );
    expect(sent).toBeLessThan(50_000_000);
    await response.body!.cancel();
  });

  test("a body that was not asked to be compressed is refused when it is", async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" }).end("x");
    });
    const error = await failure(client()(base));
    expect(String(error.cause)).toContain("gzip");
  });
});

describe("faults", () => {
  test("nobody listens", async () => {
    const base = await serve(echo);
    for (const server of servers) server.close();
    const error = await failure(client()(base));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe("fetch failed");
    expect(error.cause).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("the connection is reset before the response", async () => {
    const base = await serve((_request, _response, socket) => socket.resetAndDestroy());
    const error = await failure(client()(base));
    expect(error.message).toBe("fetch failed");
    expect(error.cause).toBeDefined();
  });

  test.each<[string, Handler]>([
    [
      "shorter than its length",
      (_request, response, socket) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("half", () => socket.end());
      },
    ],
    [
      "without its last chunk",
      (_request, response, socket) => {
        response.write("half", () => socket.end());
      },
    ],
    [
      "reset",
      (_request, response, socket) => {
        response.write("half", () => setTimeout(() => socket.resetAndDestroy(), 20));
      },
    ],
  ])("a body that is cut: %s", async (_name, handler) => {
    const response = await client()(await serve(handler));
    expect(response.status).toBe(200);
    const error = await failure(response.text());
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe("terminated");
    expect(error.cause).toBeDefined();
  });

  test("after a fault the next request gets a connection", async () => {
    let count = 0;
    const base = await serve((_request, response, socket) => {
      count += 1;
      if (count === 1) socket.destroy();
      else response.end("ok");
    });
    const pooled = client({ connections: 1 });
    await failure(pooled(base));
    expect(await (await pooled(base)).text()).toBe("ok");
  });

  test("a server that does not begin its response", async () => {
    const base = await serve(() => undefined);
    const error = await failure(client({ headersTimeoutMs: 50 })(base));
    expect(error).toMatchObject({
      message: "fetch failed",
      cause: { code: "UND_ERR_HEADERS_TIMEOUT" },
    });
  });

  test("a server that stops within the body", async () => {
    const base = await serve((_request, response) => void response.write("half"));
    const response = await client({ bodyIdleTimeoutMs: 50 })(base);
    const error = await failure(response.text());
    expect(error).toMatchObject({ message: "terminated", cause: { code: "UND_ERR_BODY_TIMEOUT" } });
  });
});

describe("aborting", () => {
  test("before it is sent", async () => {
    let asked = false;
    const base = await serve((_request, response) => {
      asked = true;
      response.end();
    });
    const reason = new Error("not needed");
    expect(await failure(client()(base, { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(asked).toBe(false);
  });

  test("while it waits for the response", async () => {
    const abort = new AbortController();
    let closed: Promise<unknown> | undefined;
    const base = await serve((_request, _response, socket) => {
      closed = new Promise((resolve) => socket.once("close", resolve));
      abort.abort();
    });
    expect((await failure(client()(base, { signal: abort.signal }))).name).toBe("AbortError");
    await closed;
  });

  test("while it waits for a connection; those before it go on", async () => {
    const responses: ServerResponse[] = [];
    const base = await serve((_request, response) => void responses.push(response));
    const pooled = client({ connections: 1 });
    const first = pooled(base);
    await vi.waitUntil(() => responses.length === 1);
    const abort = new AbortController();
    const second = pooled(base, { signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    abort.abort(new Error("no longer"));
    expect((await failure(second)).message).toBe("no longer");
    responses[0]!.end("one");
    expect(await (await first).text()).toBe("one");
    const third = pooled(base);
    await vi.waitUntil(() => responses.length === 2);
    responses[1]!.end("three");
    expect(await (await third).text()).toBe("three");
  });

  test("while a slow body drips", async () => {
    let closed: Promise<unknown> | undefined;
    const base = await serve((_request, response, socket) => {
      const drip = setInterval(() => response.write("."), 5);
      closed = new Promise((resolve) => {
        socket.once("close", () => {
          clearInterval(drip);
          resolve(undefined);
        });
      });
    });
    const abort = new AbortController();
    const response = await client()(base, { signal: abort.signal });
    setTimeout(() => {
      abort.abort(new Error("enough"));
    }, 30);
    expect((await failure(response.text())).message).toBe("enough");
    await closed;
  });

  test("by giving up the body", async () => {
    let closed: Promise<unknown> | undefined;
    const base = await serve((_request, response, socket) => {
      response.write("half");
      closed = new Promise((resolve) => socket.once("close", resolve));
    });
    const response = await client()(base);
    await response.body!.cancel();
    await expect(closed).resolves.toBeDefined();
  });

  test("after the end nothing happens, and no listener is left", async () => {
    const responses: ServerResponse[] = [];
    const base = await serve((_request, response) => void responses.push(response));
    const abort = new AbortController();
    const pending = client()(base, { signal: abort.signal });
    await vi.waitUntil(() => responses.length === 1);
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(1);
    responses[0]!.end("ok");
    const response = await pending;
    expect(await response.text()).toBe("ok");
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(0);
    abort.abort();
  });
});
