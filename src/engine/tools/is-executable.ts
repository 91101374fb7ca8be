import type { ToolSpec } from "../../tools/index.ts";

/** Whether anything executes a tool; some names of the service can only be offered. */
export function isExecutable({ executable = true }: ToolSpec): boolean {
  return executable;
}
