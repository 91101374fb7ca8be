import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { gitlabSchema } from "./gitlab/gitlab.ts";
import { workspaceSchema } from "./workspace/workspace.ts";

/** JSON Schema of a file that `from` of a fake GitLab names. */
export const gitlabFileSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  ...gitlabSchema,
  title: "flowproof fake GitLab",
};

/** JSON Schema of a `fakes:` block. */
export const fakesSchema: JsonObject = {
  title: "fakes",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  description:
    "Small stand-ins with state for what tools work on. What no mock answers, they do. A case's block is laid over its suite's: maps are merged, `null` takes away.",
  properties: {
    workspace: withFrom(
      workspaceSchema,
      "A folder of files that it begins with; relative to the suite's file.",
    ),
    gitlab: withFrom(
      gitlabSchema,
      "A YAML file with such a block that this one is laid over; relative to the suite's file.",
    ),
  },
};

function withFrom(schema: JsonObject, description: string): JsonObject {
  const { properties } = schema;
  return {
    ...schema,
    properties: {
      from: { type: "string", minLength: 1, description },
      ...(isJsonObject(properties) ? properties : {}),
    },
  };
}
