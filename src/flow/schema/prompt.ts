import type { JsonObject } from "../../core/json.ts";
import { unitPrimitives } from "../facts/unit-primitives.ts";

const templates = {
  anyOf: [
    { type: "string" },
    { type: "array", description: "Several messages.", items: { type: "string" } },
  ],
};
const safeTemplates = {
  anyOf: [
    { $ref: "#/$defs/safeTemplate" },
    { type: "array", description: "Several messages.", items: { $ref: "#/$defs/safeTemplate" } },
  ],
};

/** One entry of `prompts`. Unlike in components, unknown keys are refused. */
export const promptDefinition: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["prompt_id", "name", "unit_primitives", "prompt_template"],
  properties: {
    prompt_id: { type: "string", description: "What components call it." },
    name: { type: "string", description: "A name for logs and statistics." },
    unit_primitives: {
      type: "array",
      description: "What calls are counted as. The first counts; `duo_agent_platform` for none.",
      items: { enum: unitPrimitives },
    },
    prompt_template: {
      type: "object",
      description:
        "Jinja templates by role. Every variable needs an input of the component. HTML comments and tags such as `<system>` are refused.",
      properties: {
        system: { description: "Instructions for the model.", ...safeTemplates },
        user: { description: "What the user says.", ...safeTemplates },
        assistant: { description: "What the model has said.", ...safeTemplates },
        function: safeTemplates,
        placeholder: {
          description: "Where earlier messages go: `history`.",
          examples: ["history"],
          ...templates,
        },
      },
      additionalProperties: templates,
    },
    params: { $ref: "#/$defs/promptParams" },
    model: { $ref: "#/$defs/promptModel" },
    operation_type: {
      description: "What the calls are for, in statistics.",
      enum: ["standard", "compaction_auto", "compaction_manual", null],
    },
  },
};
