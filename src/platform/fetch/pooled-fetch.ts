import type { Agent } from "undici";
import { Incoming } from "./incoming.ts";
import { type Outgoing, readOutgoing } from "./outgoing.ts";

export interface PooledFetchOptions {
  /** Connections to one origin at a time; further requests wait for one. */
  readonly connections: number;
  /** How long a connection may take to be made. */
  readonly connectTimeoutMs?: number;
  /** How long a server may take to begin its response; a model that does not stream thinks first. */
  readonly headersTimeoutMs?: number;
  /** How long a server may pause within a body. */
  readonly bodyIdleTimeoutMs?: number;
}

/**
 * A `fetch` over a pool of kept connections, at a third of the cost of the global one. Different from that:
 * redirects are never followed, because headers with keys would follow to another server, but returned;
 * responses are never compressed; a request's body is read before it is sent.
 */
export function pooledFetch(options: PooledFetchOptions): typeof fetch {
  let agent: Promise<Agent> | undefined;
  return async (input, init) => {
    const outgoing = await readOutgoing(input, init);
    outgoing.signal?.throwIfAborted();
    agent ??= createAgent(options);
    return send(await agent, outgoing);
  };
}

async function createAgent(options: PooledFetchOptions): Promise<Agent> {
  const { Agent } = await import("undici");
  return new Agent({
    connections: options.connections,
    pipelining: 1,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
    headersTimeout: options.headersTimeoutMs ?? 600_000,
    bodyTimeout: options.bodyIdleTimeoutMs ?? 300_000,
  });
}

function send(agent: Agent, { url, method, headers, body, signal }: Outgoing): Promise<Response> {
  return new Promise((resolve, reject) => {
    // It may have been aborted while undici was loaded.
    signal?.throwIfAborted();
    const handler = new Incoming({
      method,
      url: url.href,
      signal,
      onResponse: resolve,
      onFailure: reject,
    });
    const request: Agent.DispatchOptions = {
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: [...headers],
      body: body ?? null,
    };
    agent.dispatch(request, handler);
  });
}
