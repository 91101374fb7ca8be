import type { JsonObject } from "../../core/json.ts";
import { where } from "./conditional.ts";

const nested = "context|conversation_history|agent_context_limits";
const stepKey = "^(?:context|conversation_history)(?::[\\s\\S]*)?$";
const conditionKey = "^(?:context(?::[\\s\\S]*)?|status:?)$";
const anyKey = `^(?:(?:${nested})(?::[\\s\\S]*)?|(?:status|ui_chat_log):?)$`;
/** A text that Python's `strip()` leaves something of. */
const notBlank = "[\\S\\ufeff]";

const from = "What is read: `context:goal`, `context:<component>.final_answer`, `status`.";

/** `inputs` of components, and what conditions read. */
export const componentInputs: JsonObject = {
  inputs: inputsOf("input", anyKey),
  stepInputs: inputsOf("stepInput", stepKey),
  input: keyOf("inputMapping", anyKey),
  stepInput: keyOf("stepInputMapping", stepKey),
  conditionKey: { type: "string", description: from, pattern: conditionKey },
  inputMapping: mappingOf({ pattern: anyKey }, {}),
  stepInputMapping: mappingOf({ pattern: stepKey }, {}),
  // The text of a literal is compared with the names of the parts that a condition may read.
  conditionMapping: mappingOf({ pattern: conditionKey }, { enum: ["context", "status"] }),
};

/** A list; but Python also goes through the keys of a mapping, and finds nothing in an empty text. */
function inputsOf(item: string, pattern: string): JsonObject {
  return {
    anyOf: [
      { type: "array", items: { $ref: `#/$defs/${item}` } },
      { type: "object", propertyNames: { pattern } },
      { const: "" },
    ],
  };
}

function keyOf(mapping: string, pattern: string): JsonObject {
  return {
    anyOf: [{ type: "string", description: from, pattern }, { $ref: `#/$defs/${mapping}` }],
  };
}

function mappingOf(read: JsonObject, literal: JsonObject): JsonObject {
  return {
    type: "object",
    required: ["from"],
    properties: {
      from: {
        type: "string",
        description: `${from} With \`literal\` it is the value itself.`,
        examples: ["context:goal", "context:project_id", "context:inputs.merge_request.url"],
      },
      as: {
        $ref: "#/$defs/nullableText",
        description: "Name of the variable or argument; the last part of `from` when left out.",
      },
      literal: {
        $ref: "#/$defs/nullableBoolean",
        description: "Take the text of `from` as it is, under the name in `as`.",
        default: false,
      },
      optional: {
        $ref: "#/$defs/nullableBoolean",
        description: "Give null where there is nothing, instead of failing.",
        default: false,
      },
    },
    ...where(
      { literal: { $ref: "#/$defs/truthy" } },
      {
        required: ["as"],
        properties: {
          as: { type: "string", pattern: notBlank },
          from: { type: "string", ...literal },
        },
      },
      { properties: { from: { type: "string", ...read } } },
    ),
  };
}
