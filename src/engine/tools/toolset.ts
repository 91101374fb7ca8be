import type { JsonObject } from "../../core/json.ts";
import type { ToolDefinition } from "../../model/index.ts";
import type { ToolSpec } from "../../tools/index.ts";

/** A tool of a component, with the arguments that the flow fixes. */
export interface BoundTool {
  readonly spec: ToolSpec;
  readonly options: JsonObject | undefined;
}

/** The tools that a component really has, in the order of the flow. */
export interface Toolset {
  readonly tools: ReadonlyMap<string, BoundTool>;
  readonly definitions: readonly ToolDefinition[];
  /** Names of tools that the flow has and the session denies. */
  readonly denied: readonly string[];
}

export function createToolset(
  tools: readonly BoundTool[],
  denied: readonly string[] = [],
): Toolset {
  return {
    denied,
    tools: new Map(tools.map((tool) => [tool.spec.name, tool])),
    definitions: tools.map(({ spec }) => ({
      name: spec.name,
      description: spec.description,
      inputSchema: spec.inputSchema,
    })),
  };
}
