/**
 * Names that configs shipped by the service list and that its registry does not have. From an MCP server
 * they may appear in a session; the others never do, and are dropped without a word.
 */
export const unregisteredTools: Readonly<Record<string, "mcp" | "mistake">> = {
  blob_search: "mistake",
  gitlab_api_post: "mistake",
  orbit_get_graph_schema: "mcp",
  orbit_invoke_command: "mcp",
  orbit_list_commands: "mcp",
  orbit_query_graph: "mcp",
};
