import { catalogTool, type ToolSpec } from "../../tools/index.ts";

/** Whether anything executes a tool; some names of the service can only be offered. */
export function isExecutable({ name, origin }: ToolSpec): boolean {
  return origin === "suite" || (catalogTool(name)?.executable ?? true);
}
