import type { JsonObject } from "../../core/json.ts";
import { checks } from "../check/known-checks.ts";

/** JSON Schema of `expect:`, put together from the checks. */
export const expectSchema: JsonObject = {
  type: "array",
  description:
    "What must hold; one check an entry. Each is reported, not only the first that breaks.",
  items: {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      checks
        .all()
        .map(({ id, docs, schema }) => [
          id,
          { description: `This check ${docs.summary}. ${docs.rationale}`, ...schema },
        ]),
    ),
  },
};
