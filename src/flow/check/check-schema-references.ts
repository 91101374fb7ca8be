import { didYouMean } from "../../core/text/suggest.ts";
import type { AgentComponent } from "../model/agent-component.ts";
import { findResponseSchema, type Flow } from "../model/flow.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { fieldOf } from "./flow-check.ts";

/** Response schemas that agents name; those with a version may also come from the registry. */
export function checkSchemaReferences({ flow }: FlowDraft): readonly FlowProblem[] {
  return flow.components.flatMap((component) => {
    return component.type === "AgentComponent" ? checkAgent(flow, component) : [];
  });
}

function checkAgent(flow: Flow, agent: AgentComponent): readonly FlowProblem[] {
  const { name, responseSchemaId: id, responseSchemaVersion: version } = agent;
  const problems: FlowProblem[] = [];
  if (id === undefined) {
    const hint = 'add "response_schema_id"';
    if (version !== undefined) {
      const message = `component "${name}" asks for version "${version}" of no response schema`;
      problems.push({
        ...fieldOf(flow, agent, "response_schema_version"),
        rule: "E73",
        message,
        hint,
      });
    }
    if (agent.responseSchemaTracking) {
      const message = `component "${name}" tracks a response schema that it does not have`;
      problems.push({
        ...fieldOf(flow, agent, "response_schema_tracking"),
        rule: "E74",
        message,
        hint,
      });
    }
  } else if (version === undefined && findResponseSchema(flow, id) === undefined) {
    const known = flow.responseSchemas.map((entry) => entry.id);
    const message = `component "${name}" answers by the response schema "${id}", which the flow does not define`;
    const hint =
      known.length > 0
        ? didYouMean(id, known)
        : 'define it in "response_schemas", or add "response_schema_version" for one of the registry';
    problems.push({ ...fieldOf(flow, agent, "response_schema_id"), rule: "E75", message, hint });
  }
  return problems;
}
