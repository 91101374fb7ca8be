/** An MCP server that is started as a program, which is given its arguments as they are: there is no shell. */
export interface McpProgram {
  readonly transport: "stdio";
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables besides the few that every program gets. */
  readonly env: Readonly<Record<string, string>>;
}

/** An MCP server behind an address, by streamable HTTP. */
export interface McpEndpoint {
  readonly transport: "http";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
}

export type McpServer = McpProgram | McpEndpoint;

/** How the server is called in messages: never with arguments or a path, which may hold secrets. */
export function nameOfServer(server: McpServer): string {
  if (server.transport === "stdio") return `the MCP server "${server.command}"`;
  return `the MCP server at ${new URL(server.url).host}`;
}
