import type { JsonObject } from "../../core/json.ts";
import { agentComponent } from "./agent-component.ts";
import { agentLimits } from "./agent-limits.ts";
import { chatPartial, chatPartialComponent } from "./chat-partial.ts";
import { componentInputs } from "./component-inputs.ts";
import { componentDefinition, componentParts } from "./component.ts";
import { where } from "./conditional.ts";
import { deterministicStepComponent } from "./deterministic-step-component.ts";
import { flowHeader } from "./flow-header.ts";
import { flowInputs } from "./flow-inputs.ts";
import { humanInputComponent } from "./human-input-component.ts";
import { laxScalars } from "./lax-scalars.ts";
import { oneOffComponent } from "./one-off-component.ts";
import { openaiParams, promptModel } from "./prompt-model.ts";
import { promptParams } from "./prompt-params.ts";
import { promptDefinition } from "./prompt.ts";
import { responseSchemaDefinitions, responseSchemaEntry } from "./response-schema.ts";
import { routerDefinitions } from "./router.ts";
import { safeTemplate } from "./safe-template.ts";
import { type OfferedTool, toolsetDefinitions } from "./toolset.ts";

/** What differs between the versions of the schema. */
export interface FlowDialect {
  readonly description: string;
  /** `version` and `environment`. */
  readonly header: JsonObject;
  /** Names that no component may have, because they are built in. */
  readonly builtIns: readonly string[];
  /** Fields that components have in this version only. */
  readonly componentFields: JsonObject;
  /** Fields that agents have in this version only. */
  readonly agentFields: JsonObject;
  /** The forms of what a condition reads. */
  readonly conditionInputs: readonly JsonObject[];
  /** What holds of flows that are built, besides what holds in every version. */
  readonly rules: readonly JsonObject[];
}

/**
 * The schema of a flow config for editors. It accepts whatever the service accepts, unknown keys
 * included, and refuses what a schema can say of the rest.
 */
export function flowSchema(dialect: FlowDialect, tools: readonly OfferedTool[]): JsonObject {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description: dialect.description,
    type: "object",
    required: ["version", "environment", "components"],
    properties: { ...dialect.header, ...flowHeader, ...parts },
    ...where(
      { environment: { const: "chat-partial" } },
      { $ref: "#/$defs/chatPartial" },
      { $ref: "#/$defs/built" },
    ),
    $defs: {
      chatPartial,
      chatPartialComponent,
      built: built(dialect.rules),
      ...flowInputs,
      component: componentDefinition(dialect.builtIns, dialect.componentFields),
      agentComponent: agentComponent(dialect.agentFields),
      oneOffComponent,
      deterministicStepComponent,
      humanInputComponent,
      ...componentParts,
      ...componentInputs,
      ...agentLimits,
      ...toolsetDefinitions(tools),
      ...routerDefinitions(dialect.builtIns, dialect.conditionInputs),
      prompt: promptDefinition,
      promptParams,
      promptModel,
      openaiParams,
      safeTemplate,
      responseSchemaEntry,
      ...responseSchemaDefinitions,
      ...laxScalars,
    },
  };
}

/** The parts of a flow, as far as they are the same in every environment. */
const parts: JsonObject = {
  flow: { $ref: "#/$defs/flow" },
  components: {
    type: "array",
    description: "What the flow does, in no particular order.",
    items: { type: "object" },
  },
  routers: {
    type: ["array", "null"],
    description: "What follows on what: one router for each component that runs.",
    items: { type: "object" },
  },
  prompts: {
    type: ["array", "null"],
    description: "Prompts of this flow. Others are in the service's registry.",
    items: { $ref: "#/$defs/prompt" },
  },
  response_schemas: {
    type: ["array", "null"],
    description: "Schemas of answers. Others are in the service's registry.",
    items: { $ref: "#/$defs/responseSchemaEntry" },
  },
};

/** A flow in an environment that builds its components and routers. */
function built(rules: readonly JsonObject[]): JsonObject {
  return {
    type: "object",
    required: ["flow", "routers"],
    properties: {
      flow: {
        type: "object",
        required: ["entry_point"],
        properties: { entry_point: { type: "string" } },
      },
      components: { type: "array", items: { $ref: "#/$defs/component" } },
      routers: { type: "array", items: { $ref: "#/$defs/router" } },
      response_schemas: { type: ["array", "null"], items: { $ref: "#/$defs/responseSchema" } },
    },
    allOf: [ownSchemas, ...rules],
  };
}

const text = { type: "string", minLength: 1 };

/** A flow without response schemas of its own can only name those of the registry. */
const ownSchemas: JsonObject = where(
  { response_schemas: { type: "array", minItems: 1 } },
  {},
  {
    properties: {
      components: {
        type: "array",
        items: {
          type: "object",
          ...where(
            { type: { const: "AgentComponent" }, response_schema_id: text },
            {
              required: ["response_schema_version"],
              properties: { response_schema_version: text },
            },
          ),
        },
      },
    },
  },
);
