import { catalogTool, type ToolSpec } from "../../tools/index.ts";

/** One object for each tool, because validators are kept by it. */
const older = new Map<string, ToolSpec>();

/** The form of a tool of the service that clients without its newest capability get. */
export function supersededSpec(spec: ToolSpec): ToolSpec | undefined {
  const known = older.get(spec.name);
  const tool = catalogTool(spec.name);
  if (tool === undefined || spec.origin === "suite" || known !== undefined) return known;
  if (tool.supersedes === undefined) return undefined;
  const superseded: ToolSpec = { ...tool, inputSchema: tool.supersedes.inputSchema };
  older.set(spec.name, superseded);
  return superseded;
}
