import type { AgentComponent, Flow, IOKey } from "../../flow/index.ts";
import { type BuildContext, createBuildContext } from "../graph/build-context.ts";
import { securityBlock } from "../prompt/security-block.ts";
import type { RunScope } from "../session/run-scope.ts";
import { resolveToolset } from "../tools/resolve-toolset.ts";
import type { Toolset } from "../tools/toolset.ts";
import { defaultChatPrompt } from "./default-chat-prompt.ts";

/** What chat-partial uses of a flow. Everything else that the flow says is ignored, as in the service. */
export interface PartialAgent {
  readonly component: string;
  readonly toolset: Toolset;
  readonly inputs: readonly IOKey[];
  /** The template of the agent's system text. */
  readonly system: string;
  /** What that template is called where it fails. */
  readonly systemName: string;
  readonly securityBlock: string;
}

/** Checks the shape that chat-partial demands and takes from the flow what it uses. */
export function buildPartialAgent(flow: Flow, scope: RunScope): PartialAgent {
  const build = createBuildContext(flow, scope);
  const component = onlyAgent(flow, build);
  checkPrompts(flow, component, build);
  for (const { tool, options, range } of component.toolset) {
    if (options === undefined) continue;
    throw build.error(
      component,
      `the tool "${tool}" has options, which chat-partial cannot use`,
      range,
    );
  }
  const { workflowId, hash } = scope.options;
  return {
    component: component.name,
    toolset: resolveToolset(component, build),
    inputs: component.inputs,
    system: systemTemplate(flow, component, build),
    systemName: `prompt "${flow.prompts[0]?.id ?? component.promptId}", system template`,
    securityBlock: securityBlock(workflowId, hash),
  };
}

function onlyAgent(flow: Flow, build: BuildContext): AgentComponent {
  const [component] = flow.components;
  if (component === undefined || flow.components.length > 1) {
    const problem = `chat-partial has exactly one component, and this flow has ${flow.components.length}`;
    throw build.error({ name: flow.entryPoint, range: flow.range }, problem);
  }
  if (component.type === "AgentComponent") return component;
  throw build.error(
    component,
    `the component of chat-partial is an AgentComponent, not a ${component.type}`,
  );
}

function checkPrompts(flow: Flow, component: AgentComponent, build: BuildContext): void {
  if (flow.prompts.length > 1) {
    throw build.error(
      component,
      `chat-partial has at most one prompt, and this flow has ${flow.prompts.length}`,
    );
  }
  if (flow.prompts.length === 1 && component.promptVersion !== undefined) {
    throw build.error(
      component,
      "chat-partial has a prompt of its own or a prompt_version, not both",
    );
  }
}

function systemTemplate({ prompts }: Flow, component: AgentComponent, build: BuildContext): string {
  const entry = prompts[0]?.entries.find(({ role }) => role === "system");
  if (entry === undefined) return defaultChatPrompt;
  const [text] = entry.texts;
  if (!entry.isList && text !== undefined) return text;
  throw build.error(
    component,
    "the system text of chat-partial is one text, not a list",
    entry.range,
  );
}
