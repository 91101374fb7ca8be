/** JSON Schema of what `eval calibrate` writes for each judge. */
export const calibrationSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof calibration",
  description:
    "How a judge did against human labels. `eval calibrate` writes it; runs warn where there is none for their judge.",
  type: "object",
  additionalProperties: false,
  required: [
    "schemaVersion",
    "model",
    "judge",
    "labels",
    "truePositive",
    "trueNegative",
    "kappa",
    "ac1",
    "missing",
    "criteria",
  ],
  properties: {
    schemaVersion: { const: 1 },
    model: { type: "string", pattern: "\\S", description: "The judge, as reports name it." },
    judge: {
      type: "string",
      pattern: "\\S",
      description: "Hash of its template, schema, models and parameters, whatever the criteria.",
    },
    labels: {
      type: "object",
      additionalProperties: false,
      required: ["items", "people", "disputed"],
      properties: {
        items: {
          type: "integer",
          minimum: 0,
          description: "Criteria of answers that were labeled.",
        },
        people: { type: "integer", minimum: 0 },
        disputed: {
          type: "integer",
          minimum: 0,
          description: "Of them, those on which people do not agree.",
        },
      },
    },
    truePositive: {
      type: "object",
      additionalProperties: false,
      required: ["passed", "total"],
      properties: {
        passed: { type: "integer", minimum: 0 },
        total: { type: "integer", minimum: 0 },
      },
      description: "Of what people call met, what the judge calls met.",
    },
    trueNegative: {
      type: "object",
      additionalProperties: false,
      required: ["passed", "total"],
      properties: {
        passed: { type: "integer", minimum: 0 },
        total: { type: "integer", minimum: 0 },
      },
      description: "Of what people call not met, what the judge does.",
    },
    kappa: {
      type: ["number", "null"],
      minimum: -1,
      maximum: 1,
      description: "Cohen's kappa; null where it is not defined.",
    },
    ac1: {
      type: ["number", "null"],
      minimum: -1,
      maximum: 1,
      description: "Gwet's AC1; null where it is not defined.",
    },
    missing: {
      type: "object",
      additionalProperties: false,
      required: ["cannotTell", "error"],
      description: "Labeled items on which the judge gave no verdict; they count nowhere.",
      properties: {
        cannotTell: { type: "integer", minimum: 0 },
        error: { type: "integer", minimum: 0 },
      },
    },
    criteria: {
      type: "array",
      description: "What was labeled, sorted.",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["criterion", "truePositive", "trueNegative"],
        properties: {
          criterion: { type: "string", pattern: "\\S" },
          truePositive: {
            type: "object",
            additionalProperties: false,
            required: ["passed", "total"],
            properties: {
              passed: { type: "integer", minimum: 0 },
              total: { type: "integer", minimum: 0 },
            },
          },
          trueNegative: {
            type: "object",
            additionalProperties: false,
            required: ["passed", "total"],
            properties: {
              passed: { type: "integer", minimum: 0 },
              total: { type: "integer", minimum: 0 },
            },
          },
        },
      },
    },
  },
} as const;
