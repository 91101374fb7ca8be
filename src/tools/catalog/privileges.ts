import { catalogTool, catalogToolNames } from "./catalog.ts";

/** What a session may be given. A flow cannot name these in a toolset; `run_mcp_tools` enables no tool of the catalog. */
export const privilegeNames: readonly string[] = [
  "read_only_files",
  "read_only_gitlab",
  "read_write_files",
  "read_write_gitlab",
  "run_commands",
  "run_mcp_tools",
  "start_flows",
  "use_git",
];

/** The tools that a privilege enables, sorted; none for a name that is no privilege. */
export function privilegeTools(privilege: string): readonly string[] {
  return catalogToolNames.filter((name) => catalogTool(name)?.privileges.includes(privilege));
}
