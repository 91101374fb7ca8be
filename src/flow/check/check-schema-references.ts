import { didYouMean } from "../../core/text/suggest.ts";
import type { FlowKnowledge, KnownResponseSchema, Lookup } from "../inspect/flow-knowledge.ts";
import type { AgentComponent } from "../model/agent-component.ts";
import { findResponseSchema, type Flow } from "../model/flow.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowDraft } from "../read/flow-draft.ts";
import { type CheckContext, fieldOf } from "./flow-check.ts";

/** Response schemas that agents name; those with a version may also come from the registry. */
export function checkSchemaReferences(
  { flow }: FlowDraft,
  { knowledge }: CheckContext,
): readonly FlowProblem[] {
  return flow.components.flatMap((component) => {
    return component.type === "AgentComponent" ? checkAgent(flow, component, knowledge) : [];
  });
}

function checkAgent(
  flow: Flow,
  agent: AgentComponent,
  knowledge: FlowKnowledge,
): readonly FlowProblem[] {
  const { responseSchemaId: id, responseSchemaVersion: version } = agent;
  if (id === undefined) return checkWithout(flow, agent);
  // The flow's own schema wins, even where a version asks for one of the registry.
  const own = findResponseSchema(flow, id);
  if (own !== undefined) return checkTitle(flow, agent, { title: titleOf(own), knowledge });
  if (version === undefined) return [undefinedSchema(flow, agent, id)];
  const lookup = knowledge.responseSchema?.(id, version);
  if (lookup === undefined) return [];
  if (!lookup.found) return [missingSchema(flow, agent, lookup)];
  return checkTitle(flow, agent, { title: lookup.value.title, knowledge });
}

/** What only makes sense with a response schema. */
function checkWithout(flow: Flow, agent: AgentComponent): readonly FlowProblem[] {
  const { name, responseSchemaVersion: version } = agent;
  const problems: FlowProblem[] = [];
  const hint = 'add "response_schema_id"';
  if (version !== undefined) {
    const message = `component "${name}" asks for version "${version}" of no response schema`;
    const place = fieldOf(flow, agent, "response_schema_version");
    problems.push({ ...place, rule: "E73", message, hint });
  }
  if (agent.responseSchemaTracking) {
    const message = `component "${name}" tracks a response schema that it does not have`;
    const place = fieldOf(flow, agent, "response_schema_tracking");
    problems.push({ ...place, rule: "E74", message, hint });
  }
  return problems;
}

function undefinedSchema(flow: Flow, agent: AgentComponent, id: string): FlowProblem {
  const known = flow.responseSchemas.map((entry) => entry.id);
  const message = `component "${agent.name}" answers by the response schema "${id}", which the flow does not define`;
  const hint =
    known.length > 0
      ? didYouMean(id, known)
      : 'define it in "response_schemas", or add "response_schema_version" for one of the registry';
  return { ...fieldOf(flow, agent, "response_schema_id"), rule: "E75", message, hint };
}

function missingSchema(
  flow: Flow,
  agent: AgentComponent,
  { reason, known }: Lookup<KnownResponseSchema> & { readonly found: false },
): FlowProblem {
  const { name, responseSchemaId: id = "", responseSchemaVersion: version = "" } = agent;
  if (reason === "unknown") {
    const message = `component "${name}" answers by the response schema "${id}", which the registry does not have`;
    const hint = didYouMean(id, [...flow.responseSchemas.map((entry) => entry.id), ...known]);
    return { ...fieldOf(flow, agent, "response_schema_id"), rule: "E76", message, hint };
  }
  const place = fieldOf(flow, agent, "response_schema_version");
  if (reason === "broken") {
    const message = `component "${name}" answers by the response schema "${id}", whose file in the registry cannot be used`;
    return { ...place, rule: "E76", message, hint: "mend the file, or name another version" };
  }
  const message = `no version of the response schema "${id}" satisfies "${version}"`;
  return { ...place, rule: "E76", message, hint: `there is ${known.join(", ")}` };
}

function titleOf({ id, definition }: ResponseSchemaEntry): string {
  const title = definition.get("title");
  return typeof title === "string" ? title : id;
}

interface Title {
  readonly title: string;
  readonly knowledge: FlowKnowledge;
}

/** An agent answers by calling a tool named like its schema, which must not be one of its tools. */
function checkTitle(
  flow: Flow,
  agent: AgentComponent,
  { title, knowledge }: Title,
): readonly FlowProblem[] {
  const isTool = agent.toolset.some(({ tool }) => tool === title);
  if (!isTool || knowledge.tool?.(title)?.executable !== true) return [];
  const message = `the response schema of component "${agent.name}" has the title "${title}", which is also one of its tools`;
  const hint = 'give the schema another "title", or take the tool out of the toolset';
  return [{ ...fieldOf(flow, agent, "response_schema_id"), rule: "E77", message, hint }];
}
