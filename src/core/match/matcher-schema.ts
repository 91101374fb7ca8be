import type { JsonObject } from "../json.ts";
import { operators } from "./compile-matcher.ts";

/**
 * JSON Schema of a matcher, for editors. It refers to itself as `#/$defs/matcher`: a format that uses it
 * defines it there. {@link compileMatcher} is what decides, and what explains.
 */
export const matcherSchema: JsonObject = {
  title: "matcher",
  description:
    "A value that stands for itself; a map of which these keys must match; a list, item by item; or a map of operators that must all hold.",
  anyOf: [
    { type: ["string", "number", "boolean", "null"] },
    { type: "array", items: { $ref: "#/$defs/matcher" } },
    {
      type: "object",
      propertyNames: { pattern: "^([^$]|$)" },
      additionalProperties: { $ref: "#/$defs/matcher" },
    },
    {
      type: "object",
      minProperties: 1,
      additionalProperties: false,
      properties: Object.fromEntries(
        operators
          .all()
          .map(({ id, docs, operand }) => [`$${id}`, { description: docs.summary, ...operand }]),
      ),
    },
  ],
};
