import type { JsonObject } from "../../core/json.ts";

const axis = (items: JsonObject, description: string): JsonObject => ({
  description,
  anyOf: [
    { type: "array", minItems: 1, items },
    {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$" },
      additionalProperties: items,
    },
  ],
});

/** JSON Schema of `matrix:`. */
export const matrixSchema: JsonObject = {
  title: "matrix",
  description:
    "Multiplies the suite: every target by every version and model, every case by every context. A list, or a map from names to values.",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    version: axis({ type: "string" }, "Versions or constraints of the flow."),
    model: axis({ type: "string" }, "`provider/name` of the agent's model."),
    context: axis({ $ref: "#/$defs/context" }, "Where the conversations happen."),
  },
};
