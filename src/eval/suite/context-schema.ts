import type { JsonObject } from "../../core/json.ts";

/** Of projects and groups. */
const fullPath = "^[A-Za-z0-9_.][A-Za-z0-9_.-]*(/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*$";

const place = (properties: JsonObject): JsonObject => ({
  anyOf: [
    { type: "string", pattern: fullPath, description: "Full path: `shop/web`." },
    { type: "integer", minimum: 1, description: "Id." },
    { type: "object", additionalProperties: false, minProperties: 1, properties },
  ],
});
const id: JsonObject = { type: "integer", minimum: 1 };
const text: JsonObject = { type: "string" };

/** JSON Schema of `context:`: where a conversation happens. */
export const contextSchema: JsonObject = {
  title: "context",
  description: "Where the conversation happens: in a project, in a namespace, or nowhere.",
  type: "object",
  additionalProperties: false,
  properties: {
    project: {
      description: "The project of the session.",
      ...place({
        id,
        path: text,
        web_url: text,
        http_url_to_repo: text,
        default_branch: text,
      }),
    },
    namespace: {
      description: "The namespace of the session.",
      ...place({ id, path: text, name: text, description: text, web_url: text }),
    },
    none: {
      const: true,
      description: "Neither project nor namespace, which a flow refuses.",
    },
    inputs: {
      description: "Additional context: by category, or as envelopes as the service receives them.",
      anyOf: [
        { type: "object" },
        {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["category"],
            properties: { category: text, id: text, content: text, metadata: { type: "object" } },
          },
        },
      ],
    },
  },
};
