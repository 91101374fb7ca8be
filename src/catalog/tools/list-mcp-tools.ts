import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { RequestOptions } from "@modelcontextprotocol/sdk/shared/protocol.js";
import type { McpSdk } from "./mcp-sdk.ts";

/** A tool as an MCP server describes it; nothing of it is known to be right. */
export interface McpTool {
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly inputSchema: unknown;
  /** Of what it returns. */
  readonly outputSchema: unknown;
}

/** More pages and tools than any server has. */
const maxPages = 200;
const maxTools = 5000;

/**
 * Every page of `tools/list`. The SDK's own method is not used: it makes code of the schemas of results,
 * which are the server's.
 */
export async function listMcpTools(
  client: Client,
  { ListToolsResultSchema }: Pick<McpSdk, "ListToolsResultSchema">,
  options: RequestOptions,
): Promise<readonly McpTool[]> {
  const tools: McpTool[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const request = { method: "tools/list" as const, params };
    const result = await client.request(request, ListToolsResultSchema, options);
    for (const { name, title, description, inputSchema, outputSchema } of result.tools) {
      tools.push({ name, title, description, inputSchema, outputSchema });
    }
    cursor = result.nextCursor;
    if (cursor === undefined || tools.length > maxTools) return tools;
    if (seen.has(cursor)) break;
    seen.add(cursor);
  }
  throw new Error("the pages of its list do not end");
}
