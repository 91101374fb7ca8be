import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { ListToolsResultSchema } from "@modelcontextprotocol/sdk/types.js";
import { AppError } from "../../core/errors/app-error.ts";

/** What is used of the official SDK. */
export interface McpSdk {
  readonly Client: typeof Client;
  readonly StdioClientTransport: typeof StdioClientTransport;
  readonly StreamableHTTPClientTransport: typeof StreamableHTTPClientTransport;
  readonly ListToolsResultSchema: typeof ListToolsResultSchema;
}

/** The SDK's modules, which few need and which take their time to load. */
async function importMcpSdk(): Promise<McpSdk> {
  const modules = await Promise.all([
    import("@modelcontextprotocol/sdk/client/index.js"),
    import("@modelcontextprotocol/sdk/client/stdio.js"),
    import("@modelcontextprotocol/sdk/client/streamableHttp.js"),
    import("@modelcontextprotocol/sdk/types.js"),
  ]);
  const [client, stdio, http, types] = modules;
  return {
    Client: client.Client,
    StdioClientTransport: stdio.StdioClientTransport,
    StreamableHTTPClientTransport: http.StreamableHTTPClientTransport,
    ListToolsResultSchema: types.ListToolsResultSchema,
  };
}

/** @throws AppError TOOL_MCP_SDK_MISSING where it is not installed */
export async function loadMcpSdk(load: () => Promise<McpSdk> = importMcpSdk): Promise<McpSdk> {
  try {
    return await load();
  } catch (cause) {
    const isMissing =
      cause instanceof Error && "code" in cause && cause.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing) throw cause;
    throw new AppError("TOOL_MCP_SDK_MISSING", "the SDK for MCP servers is not installed", {
      hint: "npm install @modelcontextprotocol/sdk",
      cause,
    });
  }
}
