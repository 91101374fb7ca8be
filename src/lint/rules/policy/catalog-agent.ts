import {
  type Definition,
  type FlowComponent,
  referenceOf,
  type StateKey,
} from "../../../flow/index.ts";
import { spotOf } from "../../analysis/spot.ts";
import { isFromCatalog, isLockedAgent } from "../../definitions/catalog-items.ts";
import { nameOf, valueSpot } from "../../definitions/definition-spot.ts";
import { allDefinitions, type KnownDefinitions } from "../../definitions/known-definitions.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const catalogAgent: LintRule = {
  id: "catalog-agent",
  origin: "policy",
  severity: "error",
  codes: [],
  docs: {
    summary: "forbids what agents of the AI Catalog cannot have",
    rationale:
      "An agent whose definition has a `global_catalog_id`, or that `flowproof.lock.json` knows as fetched, runs what its item of the AI Catalog says. GitLab makes the config itself, and the only context that it passes on is `orbit_context.orbit_enabled`: other additional context that a config of such an agent reads is never there. `flow_version` is ignored, since the item decides; that is a warning.",
    repair: "read context:goal and context:project_id, or take the agent out of the catalog",
  },
  needs: ["definitions"],
  check({ flow, identity, definitions }) {
    if (identity === undefined || definitions === undefined) return [];
    if (!comesFromCatalog(identity.reference, definitions)) return [];
    return flow.components.flatMap((component) => {
      return contextOf(component).map(({ from, at }) => {
        const message = `an agent of the AI Catalog is given no additional context, and "${component.name}" reads "${from}"`;
        return { ...spotOf(flow, at), message };
      });
    });
  },
  checkDefinitions({ file, known }) {
    return file.definitions.flatMap((definition) => {
      const version = definition.attributes.get("flow_version");
      if (version === undefined || version.value === null) return [];
      if (!isFromCatalog(definition, known.lock)) return [];
      const message = `"flow_version" of ${nameOf(definition)} is ignored, because its item of the AI Catalog decides`;
      const hint = "remove it";
      return [{ ...valueSpot(file, version), severity: "warning" as const, message, hint }];
    });
  },
  examples: {
    bad: [
      {
        path: "flows/definitions.yml",
        yaml: `agents:
  - id: 1
    reference: planner
    version: v1
    name: Planner
    description: Plans
    global_catalog_id: 348
    flow_version: ^1.0.0
`,
        reports: [["catalog-agent", 8]],
      },
      {
        path: "flows/planner/1.0.0.yml",
        yaml: `environment: chat-partial
flow:
  entry_point: helper
  inputs:
    - { category: merge_request, input_schema: { url: { type: string } } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.merge_request.url", as: url }
      - { from: "context:inputs.orbit_context.orbit_enabled", as: orbit_enabled, optional: true }
`,
        beside: {
          "flows/definitions.yml": `agents:
  - id: 1
    reference: planner
    version: v1
    name: Planner
    description: Plans
    global_catalog_id: 348
`,
        },
        reports: [["catalog-agent", 13]],
      },
    ],
    good: [
      {
        path: "flows/planner/1.0.0.yml",
        yaml: `environment: chat-partial
flow:
  entry_point: helper
  inputs:
    - { category: merge_request, input_schema: { url: { type: string } } }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    inputs:
      - { from: "context:goal", as: goal }
      - { from: "context:inputs.merge_request.url", as: url }
`,
        beside: {
          "flows/definitions.yml": `agents:
  - id: 1
    reference: planner
    version: v1
    name: Planner
    description: Plans, and is no item of the catalog
    flow_version: ^1.0.0
`,
        },
      },
    ],
  },
};

function comesFromCatalog(reference: string, known: KnownDefinitions): boolean {
  const isIt = (definition: Definition): boolean => {
    return definition.kind === "agent" && referenceOf(definition)?.reference === reference;
  };
  return (
    isLockedAgent(reference, known.lock) ||
    allDefinitions(known).some((each) => isIt(each) && isFromCatalog(each, known.lock))
  );
}

/** The inputs that read additional context which the catalog does not pass on. */
function contextOf({ inputs }: FlowComponent): readonly StateKey[] {
  return inputs.filter((input): input is StateKey => {
    if (input.target !== "context" || input.path[0] !== "inputs") return false;
    return input.path.join(".") !== "inputs.orbit_context.orbit_enabled";
  });
}
