import type { JsonObject } from "../../core/json.ts";
import { where } from "./conditional.ts";

const definitions = {
  AgentComponent: "agentComponent",
  OneOffComponent: "oneOffComponent",
  DeterministicStepComponent: "deterministicStepComponent",
  HumanInputComponent: "humanInputComponent",
};

const typeDescription = [
  "What the component is.",
  "",
  "- `AgentComponent`: a model that calls tools until it answers; with `subagents` it delegates to others",
  "- `OneOffComponent`: one request to a model, whose tool calls are made once",
  "- `DeterministicStepComponent`: one tool call without a model",
  "- `HumanInputComponent`: asks the user for an approval or a text",
].join("\n");

/** One entry of `components`; what else it may have depends on its `type`, and `own` is what only one version has. */
export function componentDefinition(reservedNames: readonly string[], own: JsonObject): JsonObject {
  return {
    type: "object",
    required: ["name", "type"],
    properties: {
      name: {
        type: "string",
        description:
          "What routers and inputs call it, other than the built-in `end` and `abort`. Keep to letters, digits and `_`: others are accepted, and make its outputs unreadable.",
        not: { enum: reservedNames },
      },
      type: { enum: Object.keys(definitions), description: typeDescription },
      toolset: {
        $ref: "#/$defs/toolset",
        description:
          "Names of tools. A mapping presets arguments: `- read_file: { offset: 0 }`. The service drops names that it does not know.",
      },
      subagents: { $ref: "#/$defs/subagents" },
      ...own,
    },
    allOf: Object.entries(definitions).map(([type, name]) => {
      return where({ type: { const: type } }, { $ref: `#/$defs/${name}` });
    }),
  };
}

/** What several types of components have in common. */
export const componentParts: JsonObject = {
  promptId: {
    type: "string",
    description:
      "With `prompt_version` a prompt of the service's registry, without it an entry of `prompts`.",
  },
  promptVersion: {
    $ref: "#/$defs/nullableText",
    description: "Version or constraint in the registry. Leave it out for a prompt of this file.",
    examples: ["^1.0.0"],
  },
  modelTags: {
    description: "Tags that the model to use must have.",
    anyOf: [{ $ref: "#/$defs/nullableText" }, { type: "array", items: { type: "string" } }],
  },
  modelSizePreference: {
    $ref: "#/$defs/nullableText",
    description: "Deprecated: write `model_tags`.",
  },
  subagents: {
    description: "The agents that this one may delegate to; with any, it is a supervisor.",
    anyOf: [
      {
        type: "array",
        uniqueItems: true,
        items: {
          type: "object",
          required: ["name"],
          properties: { name: { type: "string", description: "Name of an AgentComponent." } },
        },
      },
      { $ref: "#/$defs/empty" },
    ],
  },
};
