import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AppError } from "../core/errors/app-error.ts";
import { streamFrom } from "./stream-from.ts";

export type Handler = (request: Request) => Promise<Response>;

export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** 127.0.0.1 when left out: a simulator checks no key, so it is for this machine only. */
  readonly host?: string;
  /** Told of a handler that threw. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/**
 * Serves a handler over HTTP.
 *
 * @throws AppError when the port cannot be used.
 */
export async function serve(handler: Handler, options: ServeOptions): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  const server = createServer((incoming, outgoing) => {
    exchange(handler, incoming, outgoing).catch((error: unknown) => {
      options.onError?.(error);
      // What was promised cannot be kept, so the client must see that it was not.
      outgoing.destroy();
    });
  });
  await listen(server, options.port, host);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const shownHost = host.includes(":") ? `[${host}]` : host;
  return {
    port,
    url: `http://${shownHost}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const message = `cannot listen on ${host}, port ${port} (${error.code ?? error.message})`;
      const hint = "choose another --port, or 0 for any that is free";
      reject(new AppError("SIMULATOR_PORT_UNUSABLE", message, { hint, cause: error }));
    });
    server.listen(port, host, resolve);
  });
}

async function exchange(
  handler: Handler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await handler(toRequest(incoming));
  const reader = response.body?.getReader();
  // Before the head is sent, so that a response which fails at once is no response at all.
  let part = await reader?.read();
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  while (part?.done === false && !outgoing.destroyed) {
    await written(outgoing, part.value);
    part = await reader?.read();
  }
  if (outgoing.destroyed) await reader?.cancel();
  else outgoing.end();
}

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value = ""] of Object.entries(incoming.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(new URL(url, "http://127.0.0.1"), {
    method,
    headers,
    ...(hasBody ? { body: streamFrom(incoming), duplex: "half" } : {}),
  });
}

/** Waits until the bytes are on their way, so that they arrive even if the next thing is a reset. */
function written(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    outgoing.write(bytes, () => resolve());
  });
}
