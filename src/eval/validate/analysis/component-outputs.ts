import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import { toJson } from "../../../core/python/convert.ts";
import { findResponseSchema, type Flow, type FlowComponent } from "../../../flow/index.ts";

/** Why nothing ever stands at a path below a component; undefined where something can. */
export function missingOutput(
  flow: Flow,
  component: FlowComponent,
  [key, ...inner]: readonly string[],
):
  | { readonly message: string; readonly known: readonly string[]; readonly wrong: string }
  | undefined {
  const known = outputsOf(component);
  if (key === undefined) return undefined;
  if (!known.includes(key)) {
    const message = `${component.name} has no output "${key}"`;
    return { message, known, wrong: key };
  }
  if (component.type !== "AgentComponent" || key !== "final_answer") return undefined;
  const [field] = inner;
  if (field === undefined) return undefined;
  const { responseSchemaId: id } = component;
  if (id === undefined) {
    return {
      message: `the final answer of ${component.name} is a text, which has no "${field}"`,
      known: [],
      wrong: field,
    };
  }
  const fields = fieldsOf(flow, id);
  if (fields === undefined || fields.includes(field)) return undefined;
  const message = `the final answer of ${component.name} has no field "${field}"`;
  return { message, known: fields, wrong: field };
}

const ofTypes: Readonly<Record<FlowComponent["type"], readonly string[]>> = {
  AgentComponent: [
    "final_answer",
    "cycle_count",
    "last_todo_write",
    "tool_approval_decision",
    "tool_approval_requests",
  ],
  OneOffComponent: [
    "tool_calls",
    "tool_responses",
    "execution_result",
    "parsed_responses",
    "correction_attempts",
  ],
  DeterministicStepComponent: ["tool_responses", "error", "execution_result"],
  HumanInputComponent: ["approval"],
};

/** What a component leaves in `context`, whatever it is used for. */
function outputsOf(component: FlowComponent): readonly string[] {
  const own = ofTypes[component.type];
  if (component.type !== "AgentComponent" || component.subagents.length === 0) return own;
  return [...own, ...supervisorOutputs, ...component.subagents.map(({ name }) => name)];
}

const supervisorOutputs: readonly string[] = [
  "delegation_count",
  "max_subsession_id",
  "active_subsession",
  "active_subagent_name",
];

/** The fields of a response schema of the flow; undefined where others may be, or it lies elsewhere. */
function fieldsOf(flow: Flow, id: string): readonly string[] | undefined {
  const entry = findResponseSchema(flow, id);
  const definition = entry === undefined ? undefined : toJson(entry.definition);
  if (!isJsonObject(definition)) return undefined;
  const { properties, additionalProperties }: JsonObject = definition;
  if (!isJsonObject(properties)) return undefined;
  const isOpen = additionalProperties !== undefined && additionalProperties !== false;
  return isOpen ? undefined : Object.keys(properties);
}
