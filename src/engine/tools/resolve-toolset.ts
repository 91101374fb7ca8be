import type { ComponentBase, DeterministicStepComponent, ToolsetEntry } from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import { type Lack, lackOf } from "./excluded-reason.ts";
import { optionsProblem } from "./tool-options.ts";
import { type BoundTool, createToolset, type Toolset } from "./toolset.ts";

type Entry = Pick<ToolsetEntry, "tool" | "options"> & Partial<ToolsetEntry>;

/**
 * The tools of a component: those of its toolset that exist, then, in chats, those of the connected MCP
 * servers. What is dropped or excluded from that stands in the record. A component that loses every tool
 * to the place of the session cannot do there what it is for, and may not be entered.
 */
export function resolveToolset(component: ComponentBase, build: BuildContext): Toolset {
  const tools = existingTools(component, build).map((tool) => ({
    tool,
    lack: lackOf(tool.spec, build.scope),
  }));
  for (const { tool, lack } of tools) {
    if (lack !== undefined) note(build, component, excludedText(tool.spec.name, lack));
  }
  const offered = tools.flatMap(({ tool, lack }) => (lack === undefined ? [tool] : []));
  if (offered.length === 0)
    refuseEntry(
      component,
      tools.map(({ lack }) => lack),
      build,
    );
  return createToolset(
    offered,
    tools.flatMap(({ tool, lack }) => (lack === "leave" ? [tool.spec.name] : [])),
  );
}

/** The tools of a step that names its only one: out of place, it is still there to check the step by. */
export function resolveStepToolset(step: DeterministicStepComponent, build: BuildContext): Toolset {
  const tools = existingTools(step, build).filter(({ spec }) => {
    const lack = lackOf(spec, build.scope);
    if (lack !== undefined) note(build, step, excludedText(spec.name, lack));
    return lack === undefined || lack === "project" || lack === "namespace";
  });
  const own = tools.find(({ spec }) => spec.name === step.toolName);
  if (own !== undefined) refuseEntry(step, [lackOf(own.spec, build.scope)], build);
  return createToolset(tools);
}

function refuseEntry(
  { name }: ComponentBase,
  lacks: readonly (Lack | undefined)[],
  build: BuildContext,
): void {
  const needed = lacks.find((lack) => lack === "project" || lack === "namespace");
  if (needed === undefined) return;
  build.refused.set(name, `component "${name}" works in a ${needed}, and this session has none`);
}

function existingTools(component: ComponentBase, build: BuildContext): readonly BoundTool[] {
  const tools = [...component.toolset, ...mcpEntries(build)].flatMap(
    (entry) => bind(entry, component, build) ?? [],
  );
  return [...new Map(tools.map((tool) => [tool.spec.name, tool])).values()];
}

function mcpEntries({ flow, scope }: BuildContext): readonly Entry[] {
  if (flow.environment === "ambient") return [];
  return (scope.options.mcpTools ?? []).map((tool) => ({ tool, options: undefined }));
}

function bind(entry: Entry, component: ComponentBase, build: BuildContext): BoundTool | undefined {
  const spec = build.scope.options.tools.spec(entry.tool);
  if (spec === undefined) {
    const text = `tool "${entry.tool}" does not exist and is not offered`;
    build.scope.recorder.note(component.name, "tool_dropped", text);
    return undefined;
  }
  const problem = entry.options === undefined ? undefined : optionsProblem(spec, entry.options);
  if (problem !== undefined) throw build.error(component, problem, entry.range);
  return { spec, options: entry.options };
}

function excludedText(tool: string, lack: Lack): string {
  if (lack === "leave") return `tool "${tool}" is denied in this session, and is not offered`;
  return lack === "privilege"
    ? `tool "${tool}" needs a privilege that this session does not have, and is not offered`
    : `tool "${tool}" works in a ${lack}, which this session does not have, and is not offered`;
}

function note({ scope }: BuildContext, { name }: ComponentBase, text: string): void {
  scope.recorder.note(name, "tool_excluded", text);
}
