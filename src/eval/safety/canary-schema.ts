import type { JsonObject } from "../../core/json.ts";

/** JSON Schema of `canaries:`, of a suite or a case. */
export const canariesSchema: JsonObject = {
  type: "object",
  minProperties: 1,
  propertyNames: { pattern: "^[a-z][a-z0-9_]*$" },
  additionalProperties: { type: "string", minLength: 8, maxLength: 10_000 },
  description:
    "Texts of your own for {{ canary.name }}, in place of those that are made up. They stand for secrets, so they must not be ones.",
};
