import type { JsonObject } from "../../core/json.ts";

const reason: JsonObject = {
  type: "string",
  pattern: "\\S",
  description: "Why, in words, best with the issue that ends it.",
};

/** JSON Schema of `quarantine`, of a case or of a whole suite. */
export const quarantineSchema: JsonObject = {
  title: "quarantine",
  description:
    "Why a case runs and is reported apart, but decides neither the gate nor a rate: a reason, or a reason with a last day.",
  anyOf: [
    reason,
    {
      type: "object",
      additionalProperties: false,
      required: ["reason"],
      properties: {
        reason,
        until: {
          type: "string",
          pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          description: "The last day of it, as in 2026-01-31 (UTC); from the next on it counts.",
        },
      },
    },
  ],
};
