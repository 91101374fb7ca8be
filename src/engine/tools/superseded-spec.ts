import type { ToolSpec } from "../../tools/index.ts";

/** One object for each tool, because validators are kept by it. */
const older = new WeakMap<ToolSpec, ToolSpec>();

/** The form of a tool of the service that clients without its newest capability get. */
export function supersededSpec(spec: ToolSpec): ToolSpec | undefined {
  const known = older.get(spec);
  if (known !== undefined || spec.supersedes === undefined) return known;
  const superseded: ToolSpec = { ...spec, inputSchema: spec.supersedes.inputSchema };
  older.set(spec, superseded);
  return superseded;
}
