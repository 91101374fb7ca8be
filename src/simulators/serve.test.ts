import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type Handler, type RunningServer, serve } from "./serve.ts";

const servers: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function started(handler: Handler): Promise<RunningServer> {
  const server = await serve(handler, { port: 0 });
  servers.push(server);
  return server;
}

test("hands over method, path, headers and body, and gives back status, headers and body", async () => {
  const { url } = await started(async (request) => {
    const { pathname, search } = new URL(request.url);
    const seen = `${request.method} ${pathname}${search} ${request.headers.get("x-a")} ${await request.text()}`;
    return new Response(seen, { status: 201, headers: { "x-b": "2" } });
  });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${url}/p?q=1`, {
    method: "POST",
    body: "ä",
    headers: { "x-a": "1" },
  });
  expect([response.status, response.headers.get("x-b")]).toEqual([201, "2"]);
  expect(await response.text()).toBe("POST /p?q=1 1 ä");
});

test("streams, and keeps a connection for the next request", async () => {
  const { url } = await started(async () =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode("a".repeat(100_000)));
            controller.enqueue(new TextEncoder().encode("b"));
            controller.close();
          },
        }),
      ),
    ),
  );
  for (let count = 0; count < 3; count += 1) {
    expect(await (await fetch(url)).text()).toHaveLength(100_001);
  }
});

test.each([
  ["before the head", 0],
  ["inside the body", 5],
])("a body that fails resets the connection %s", async (_, length) => {
  const { url } = await started(async () => {
    let sent = false;
    const body = new ReadableStream({
      pull(controller) {
        if (sent || length === 0) controller.error(new Error("broken"));
        else controller.enqueue(new Uint8Array(length));
        sent = true;
      },
    });
    return Promise.resolve(new Response(body));
  });
  const read = fetch(url).then((response) => response.text());
  await expect(read).rejects.toThrow(length === 0 ? "fetch failed" : "terminated");
});

test("a handler that throws gives no answer, and is told about", async () => {
  const told: unknown[] = [];
  const oops = new Error("oops");
  const onError = (error: unknown): void => void told.push(error);
  const server = await serve(() => Promise.reject(oops), { port: 0, onError });
  servers.push(server);
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
  expect(told).toEqual([oops]);
});

test("a client that goes away harms nobody", async () => {
  let canceled = false;
  const { url, port } = await started(async () =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 5));
            controller.enqueue(new Uint8Array(1000));
          },
          cancel() {
            canceled = true;
          },
        }),
      ),
    ),
  );
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
    );
    socket.once("data", () => {
      socket.destroy();
      resolve();
    });
  });
  await expect.poll(() => canceled).toBe(true);
  const again = await fetch(url);
  expect(again.status).toBe(200);
  await again.body?.cancel();
});

test("a port that is taken is an error for the user", async () => {
  const { port } = await started(() => Promise.resolve(new Response("")));
  await expect(serve(() => Promise.resolve(new Response("")), { port })).rejects.toMatchObject({
    code: "SIMULATOR_PORT_UNUSABLE",
    message: `cannot listen on 127.0.0.1, port ${port} (EADDRINUSE)`,
  });
});

test("closing ends open connections", async () => {
  const server = await started(() => new Promise(() => {}));
  setTimeout(() => void server.close(), 20);
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
});
