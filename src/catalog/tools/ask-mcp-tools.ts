import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { AppError } from "../../core/errors/app-error.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { checkEndpoint } from "./check-endpoint.ts";
import { listMcpTools, type McpTool } from "./list-mcp-tools.ts";
import { mcpFailure } from "./mcp-failure.ts";
import { type McpSdk, loadMcpSdk } from "./mcp-sdk.ts";
import { type McpServer, nameOfServer } from "./mcp-server.ts";
import { createTail, type Tail } from "./tail.ts";

export interface AskMcpOptions {
  /** For everything, also the start of the server. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly version: string;
  /** What the server may send; 10 MB by default. */
  readonly maxBytes?: number;
  /** How the SDK is loaded; for tests of what happens without it. */
  readonly loadSdk?: () => Promise<McpSdk>;
}

/** What an MCP server says of itself and its tools. */
export interface McpAnswer {
  readonly server: string;
  readonly version: string | undefined;
  readonly tools: readonly McpTool[];
}

const defaultMaxBytes = 10_000_000;
const maxServerName = 200;

/**
 * Asks an MCP server for its tools, and ends it if it was started for that.
 *
 * @throws AppError TOOL_MCP_SDK_MISSING, TOOL_MCP_REFUSED or TOOL_MCP_FAILED
 */
export async function askMcpTools(server: McpServer, options: AskMcpOptions): Promise<McpAnswer> {
  if (server.transport === "http") checkEndpoint(server);
  const { maxBytes = defaultMaxBytes } = options;
  const sdk = await loadMcpSdk(options.loadSdk);
  const stderr = createTail();
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const excess = new AbortController();
  const signals = [timeout, excess.signal, ...(options.signal ? [options.signal] : [])];
  const signal = AbortSignal.any(signals);
  const onExcess = (error: Error): void => excess.abort(error);
  const transport = openTransport(server, { sdk, stderr, maxBytes, onExcess });
  const client = new sdk.Client({ name: "flowproof", version: options.version }, {});
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is no event target
  client.onerror = (error) => {
    if (error.message.includes("exceeded maximum size")) onExcess(error);
  };
  try {
    // Not the signal: the SDK listens to it anew for every request, and never stops.
    const request = { timeout: options.timeoutMs };
    await untilAborted(client.connect(transport, request), signal);
    const tools = await untilAborted(listMcpTools(client, sdk, request), signal);
    const { name = nameOfServer(server), version } = client.getServerVersion() ?? {};
    return {
      server: name.slice(0, maxServerName),
      version: version?.slice(0, maxServerName),
      tools,
    };
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof AppError) throw error;
    const late = timeout.aborted ? options.timeoutMs : undefined;
    const cause: unknown = excess.signal.aborted ? excess.signal.reason : error;
    throw mcpFailure(cause, { server, late, stderr: stderr.text() });
  } finally {
    await client.close().catch(() => undefined);
  }
}

/** Whatever the SDK is waiting for: a server that says nothing must not keep us. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason instanceof Error ? signal.reason : new Error("aborted"));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
  });
  // It fails once more when the transport is closed, and nobody listens any longer.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener("abort", onAbort);
  }
}

interface TransportSetting {
  readonly sdk: McpSdk;
  readonly stderr: Tail;
  readonly maxBytes: number;
  readonly onExcess: (error: Error) => void;
}

function openTransport(server: McpServer, setting: TransportSetting): Transport {
  const { sdk, stderr, maxBytes, onExcess } = setting;
  if (server.transport === "http") {
    const { headers, fetch } = server;
    return new sdk.StreamableHTTPClientTransport(new URL(server.url), {
      requestInit: { headers, redirect: "manual" },
      fetch: boundedFetch(fetch, { maxBytes, onExcess }),
      reconnectionOptions: {
        maxRetries: 0,
        initialReconnectionDelay: 1000,
        maxReconnectionDelay: 1000,
        reconnectionDelayGrowFactor: 1,
      },
    });
  }
  const { command, args, env, cwd } = server;
  const transport = new sdk.StdioClientTransport({
    command,
    args: [...args],
    env: { ...env },
    cwd,
    stderr: "pipe",
    maxBufferSize: maxBytes,
  });
  transport.stderr?.on("data", (chunk: Uint8Array) => stderr.add(chunk));
  return transport;
}
