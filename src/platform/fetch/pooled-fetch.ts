import type { Dispatcher } from "undici";
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
  /** Proxies, as the environment names them; none when left out. */
  readonly proxies?: ProxySettings | undefined;
}

/** Which requests go through a proxy. Node's own `fetch` ignores the variables that say so. */
export interface ProxySettings {
  /** For http addresses: HTTP_PROXY. */
  readonly http?: string | undefined;
  /** For https addresses: HTTPS_PROXY. */
  readonly https?: string | undefined;
  /** Hosts that are reached without one, with commas: NO_PROXY. */
  readonly except?: string | undefined;
}

/**
 * A `fetch` over a pool of kept connections, at a third of the cost of the global one. Different from that:
 * redirects are never followed, because headers with keys would follow to another server, but returned;
 * responses are never compressed; a request's body is read before it is sent.
 */
export function pooledFetch(options: PooledFetchOptions): typeof fetch {
  let agent: Promise<Dispatcher> | undefined;
  return async (input, init) => {
    const outgoing = await readOutgoing(input, init);
    outgoing.signal?.throwIfAborted();
    agent ??= createAgent(options);
    return send(await agent, outgoing);
  };
}

async function createAgent(options: PooledFetchOptions): Promise<Dispatcher> {
  const { Agent, EnvHttpProxyAgent } = await import("undici");
  const settings = {
    connections: options.connections,
    pipelining: 1,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
    headersTimeout: options.headersTimeoutMs ?? 600_000,
    bodyTimeout: options.bodyIdleTimeoutMs ?? 300_000,
  };
  const { http = "", https = "", except = "" } = options.proxies ?? {};
  if (http === "" && https === "") return new Agent(settings);
  // Empty texts, because what is left out would be read from the environment.
  return new EnvHttpProxyAgent({
    ...settings,
    httpProxy: http,
    httpsProxy: https,
    noProxy: except,
  });
}

function send(
  agent: Dispatcher,
  { url, method, headers, body, signal }: Outgoing,
): Promise<Response> {
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
    const request: Dispatcher.DispatchOptions = {
      origin: url.origin,
      path: url.pathname + url.search,
      method,
      headers: [...headers],
      body: body ?? null,
    };
    agent.dispatch(request, handler);
  });
}
