import type { JsonObject } from "../../core/json.ts";

/** JSON Schema of a suite's `judge:` block; `flowproof.yml` has the same. */
export const judgeSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    model: { type: "string", description: "`provider/name` of the judge's model." },
    models: {
      type: "array",
      minItems: 2,
      maxItems: 9,
      uniqueItems: true,
      items: { type: "string", minLength: 1 },
      description: "A panel of models instead of one: what most of them find counts.",
    },
    votes: {
      enum: [1, 3, 5, 7, 9],
      description:
        "How often each model is asked the same; what it says most often counts. 1 by default.",
    },
    isolate: {
      type: "boolean",
      description:
        "Whether every criterion and rubric is a request of its own. By default all those of a moment are one.",
    },
  },
  allOf: [{ not: { required: ["model", "models"] } }],
};
