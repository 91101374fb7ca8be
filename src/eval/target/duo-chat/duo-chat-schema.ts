import type { JsonObject } from "../../../core/json.ts";

/** JSON Schema of `duo_chat:` in a target. */
export const duoChatSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  description: "GitLab's own classic chat on a live instance, asked with GITLAB_TOKEN.",
  required: ["url"],
  properties: {
    url: { type: "string", minLength: 1, description: "Address of the instance." },
    resource: {
      type: "string",
      minLength: 1,
      description:
        "What it is asked about: group/project#7, group/project!7, group&4, a path, or a global id. Nothing when left out.",
    },
  },
};
