import { isJsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import {
  type AgentComponent,
  findResponseSchema,
  type Flow,
  type FlowComponent,
  type FlowKnowledge,
} from "../../flow/index.ts";
import { anything, integer, oneOf, orNull, type Shape, shapeOfSchema, text } from "./shape.ts";

/** What a component writes below `context:<its name>`. */
export type Outputs = ReadonlyMap<string, Shape>;

interface Surroundings {
  readonly flow: Flow;
  readonly knowledge: FlowKnowledge;
}

const executionResult = oneOf("success", "failed");

/** The outputs of a component that is nobody's subagent. */
export function outputsOf(component: FlowComponent, surroundings: Surroundings): Outputs {
  switch (component.type) {
    case "AgentComponent":
      return agentOutputs(component, surroundings);
    case "OneOffComponent":
      return new Map([
        ["tool_calls", anything],
        ["tool_responses", anything],
        ["execution_result", executionResult],
        ["parsed_responses", anything],
        ["correction_attempts", integer],
      ]);
    case "DeterministicStepComponent":
      return new Map([
        ["tool_responses", anything],
        ["error", orNull(text)],
        ["execution_result", executionResult],
      ]);
    case "HumanInputComponent":
      return new Map([["approval", oneOf("approve", "reject", "modify")]]);
  }
  return neverReached(component);
}

function neverReached(component: never): never {
  return component;
}

function agentOutputs(agent: AgentComponent, surroundings: Surroundings): Outputs {
  const approval = ["tool_approval_decision", "tool_approval_requests"];
  const delegation = ["delegation_count", "max_subsession_id", "active_subsession"];
  const supervises = agent.subagents.length > 0;
  return new Map<string, Shape>([
    ["final_answer", answerShape(agent, surroundings)],
    ["cycle_count", integer],
    ...todoOutputs(agent),
    ...(agent.requireToolApproval ? approval.map((name) => [name, anything] as const) : []),
    ...(supervises ? delegation.map((name) => [name, orNull(integer)] as const) : []),
    ...(supervises ? [["active_subagent_name", orNull(text)] as const] : []),
    ...agent.subagents.map(({ name }) => [name, anything] as const),
  ]);
}

/** The arguments of the latest `todo_write`; the only output that a subagent has under its own name. */
export function todoOutputs({ toolset }: Pick<AgentComponent, "toolset">): Outputs {
  const canWrite = toolset.some(({ tool }) => tool === "todo_write");
  return new Map(canWrite ? [["last_todo_write", anything]] : []);
}

/** A text without a response schema; a mapping with one, of whose fields a supervisor declares none. */
function answerShape(agent: AgentComponent, { flow, knowledge }: Surroundings): Shape {
  const { responseSchemaId: id, responseSchemaVersion: version } = agent;
  if (id === undefined) return text;
  const own = findResponseSchema(flow, id);
  if (own !== undefined) {
    const definition = toJson(own.definition);
    return isJsonObject(definition) ? shapeOfSchema(definition) : anything;
  }
  const lookup = version === undefined ? undefined : knowledge.responseSchema?.(id, version);
  return lookup?.found === true ? shapeOfSchema(lookup.value.definition) : anything;
}
