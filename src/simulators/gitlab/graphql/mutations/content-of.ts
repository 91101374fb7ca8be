import { isJsonObject, type JsonObject } from "../../../../core/json.ts";
import { toJson } from "../../../../core/python/convert.ts";
import { readServiceYaml } from "../../../../yaml/index.ts";
import type { AgentContent, FlowContent, ItemRecord } from "../../state/index.ts";
import type { GraphqlContext } from "../context.ts";
import { numberOf } from "../schema/index.ts";
import { textOf } from "./mutation.ts";

/** What a version holds, or why it cannot. */
export type ContentRead =
  | { readonly content: AgentContent | FlowContent }
  | { readonly problems: readonly string[] };

const maxAgentBytes = 80 * 1024;
const maxFlowBytes = 40 * 1024;

/** What an input makes of what there was; undefined where it says nothing of it. */
export function contentOf(
  input: JsonObject,
  before: { readonly type: ItemRecord["type"]; readonly content?: AgentContent | FlowContent },
  context: GraphqlContext,
): ContentRead | undefined {
  if (before.type !== "agent") return flowContent(input, before.type, context);
  const old = before.content?.kind === "agent" ? before.content : undefined;
  return agentContent(input, old, context);
}

function agentContent(
  input: JsonObject,
  old: AgentContent | undefined,
  { state }: GraphqlContext,
): ContentRead | undefined {
  const { tools, mcpTools } = input;
  const keys = ["systemPrompt", "userPrompt", "tools", "mcpTools"];
  if (keys.every((key) => input[key] === undefined)) return undefined;
  const ids = Array.isArray(tools) ? tools.map(numberOf) : undefined;
  const known = [...state.tools.values()];
  const unknown = (ids ?? []).filter((id) => !known.some((tool) => tool.id === id));
  const systemPrompt = textOf(input, "systemPrompt") ?? old?.systemPrompt ?? "";
  const content: AgentContent = {
    kind: "agent",
    systemPrompt,
    userPrompt: textOf(input, "userPrompt") ?? old?.userPrompt,
    tools:
      ids === undefined
        ? (old?.tools ?? [])
        : known.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    mcpTools: Array.isArray(mcpTools) ? mcpTools.map(String) : (old?.mcpTools ?? []),
    config: undefined,
  };
  const problems = unknown.map((id) => `Agent tools: there is no tool ${id}`);
  if (systemPrompt.trim() === "") problems.push("Versions definition system_prompt can't be blank");
  if (Buffer.byteLength(JSON.stringify(content)) > maxAgentBytes) {
    problems.push("Versions definition is too large (maximum is 80 KiB)");
  }
  return problems.length > 0 ? { problems } : { content };
}

function flowContent(
  input: JsonObject,
  type: ItemRecord["type"],
  context: GraphqlContext,
): ContentRead | undefined {
  const definition = textOf(input, "definition");
  if (definition === undefined) return undefined;
  const problems = flowProblems(definition, type === "flow" ? context : undefined);
  return problems.length > 0 ? { problems } : { content: { kind: "flow", definition } };
}

/** Of a flow of the service also what its schema and the service say; without, only whether it is YAML. */
function flowProblems(definition: string, service: GraphqlContext | undefined): readonly string[] {
  if (Buffer.byteLength(definition) > maxFlowBytes) {
    return ["Flow definition is too large (maximum is 40 KiB)"];
  }
  const { value, problems } = readServiceYaml(definition, "definition");
  const broken = problems.some(({ severity }) => severity === "error") || value === undefined;
  const flow = broken ? undefined : toJson(value);
  if (!isJsonObject(flow)) return ["Flow definition does not have a valid YAML syntax"];
  if (service === undefined) return [];
  const missing = ["version", "environment", "components", "routers", "flow"].filter(
    (key) => !Object.hasOwn(flow, key),
  );
  if (missing.length > 0) {
    return [`Flow definition object at root is missing required properties: ${missing.join(", ")}`];
  }
  if (flow["version"] !== "v1") return ["Flow definition value at `/version` is not: v1"];
  if (flow["environment"] !== "ambient") {
    return ["Flow definition value at `/environment` is not one of: ambient"];
  }
  return service.validateFlow(definition);
}
