import type { JsonObject } from "../../../core/json.ts";
import { chatReplySchema, duoChatSchema } from "./duo-chat-schema.ts";

const name = { type: "string", pattern: "\\S", maxLength: 255 };
const id = { type: "integer", minimum: 1, maximum: 2147483647 };
const path = { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_./-]*$" };
const time = {
  type: "string",
  pattern: "^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z)?$",
};
const version = {
  type: "string",
  pattern: "^(0|[1-9]\\d*)\\.\\d+\\.\\d+$",
  maxLength: 50,
};
const names = { type: "array", items: { type: "string", pattern: "\\S" } };
const file = {
  type: "string",
  pattern: "\\S",
  description: "A file below the folder of the catalog.",
};

/** JSON Schema of a simulated instance, the format of the files of `simulate gitlab --catalog`. */
export const catalogFileSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "flowproof catalog",
  description:
    "What a simulated GitLab instance holds, for `flowproof simulate gitlab --catalog`. All files of the folder together are one instance.",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  properties: {
    instance: {
      type: "object",
      additionalProperties: false,
      properties: {
        version: {
          ...version,
          description: "Release that the instance behaves like; 19.3.0 when left out.",
        },
        requests_per_minute: {
          type: "integer",
          minimum: 1,
          description:
            "What a user, or an address without one, may ask in a minute; 2000 when left out.",
        },
      },
    },
    users: { type: "array", items: { $ref: "#/$defs/user" } },
    tokens: { type: "array", items: { $ref: "#/$defs/token" } },
    projects: { type: "array", items: { $ref: "#/$defs/project" } },
    groups: {
      type: "array",
      description: "What is to be known of groups beyond the paths of their projects.",
      items: { $ref: "#/$defs/group" },
    },
    tools: {
      type: "array",
      description:
        "Built-in tools. The tools that agents name are there even if they are not listed.",
      items: { $ref: "#/$defs/tool" },
    },
    items: { type: "array", items: { $ref: "#/$defs/item" } },
    consumers: {
      type: "array",
      description: "Where items are enabled.",
      items: { $ref: "#/$defs/consumer" },
    },
    foundational_agents: {
      type: "array",
      description: "Chat agents that the instance itself defines, apart from the catalog.",
      items: { $ref: "#/$defs/foundationalAgent" },
    },
    duo_chat: duoChatSchema,
  },
  $defs: {
    user: {
      type: "object",
      additionalProperties: false,
      required: ["username"],
      properties: {
        username: { type: "string", pattern: "^[A-Za-z0-9_.-]+$" },
        name,
        admin: { type: "boolean" },
        bot: { type: "boolean" },
        blocked: { type: "boolean", description: "May not use the API." },
      },
    },
    token: {
      type: "object",
      additionalProperties: false,
      required: ["name", "token", "user"],
      properties: {
        name: { ...name, description: "By which the simulator prints it." },
        token: {
          type: "string",
          pattern: "^[!-~]{8,200}$",
          description: "What is sent. Not a secret: it opens nothing but the simulator.",
        },
        user: { type: "string", description: "Whose it is." },
        kind: {
          enum: ["access", "job"],
          description: "GraphQL refuses the tokens of jobs; access when left out.",
        },
        scopes: { type: "array", items: { enum: ["api", "read_api", "read_user"] } },
        state: { enum: ["active", "expired", "revoked"], description: "active when left out." },
        expires: time,
      },
    },
    project: {
      type: "object",
      additionalProperties: false,
      required: ["id", "path"],
      properties: {
        id,
        path: { ...path, description: "With its groups." },
        name,
        description: { type: "string" },
        visibility: {
          enum: ["private", "internal", "public"],
          description: "private when left out.",
        },
        archived: { type: "boolean" },
        members: {
          type: "object",
          description: "Roles by user name.",
          additionalProperties: { enum: ["guest", "reporter", "developer", "maintainer", "owner"] },
        },
        merge_requests: { type: "array", items: { $ref: "#/$defs/mergeRequest" } },
        issues: { type: "array", items: { $ref: "#/$defs/numbered" } },
      },
    },
    group: {
      type: "object",
      additionalProperties: false,
      required: ["id", "path"],
      properties: { id, path, epics: { type: "array", items: { $ref: "#/$defs/numbered" } } },
    },
    numbered: {
      type: "object",
      additionalProperties: false,
      required: ["iid"],
      properties: { iid: id, title: name },
    },
    chatReply: chatReplySchema,
    mergeRequest: {
      type: "object",
      additionalProperties: false,
      required: ["iid"],
      properties: {
        iid: id,
        title: name,
        sha: {
          type: "string",
          pattern: "^[0-9a-f]{40}$",
          description: "Head of its source branch.",
        },
        notes: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["author", "body"],
            properties: {
              author: { type: "string" },
              body: { type: "string" },
              system: { type: "boolean" },
              type: {
                enum: ["DiscussionNote", "DiffNote"],
                description: "A plain note when left out.",
              },
            },
          },
        },
      },
    },
    tool: {
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: { name, title: name, description: { type: "string" } },
    },
    item: {
      type: "object",
      additionalProperties: false,
      required: ["id", "type", "name"],
      properties: {
        id,
        type: { enum: ["agent", "flow", "third_party_flow"] },
        name,
        description: { type: "string", maxLength: 1024 },
        project: {
          type: "string",
          description: "Path of the project that manages it; what GitLab seeds has none.",
        },
        visibility: {
          enum: ["public", "restricted", "private"],
          description: "public when left out.",
        },
        foundational_reference: {
          type: "string",
          pattern: "\\S",
          description: "`duo_planner`, `code_review/v1`.",
        },
        verification: {
          enum: [
            "gitlab_maintained",
            "gitlab_partner_maintained",
            "verified_creator_maintained",
            "verified_creator_self_managed",
            "unverified",
          ],
        },
        deleted: { type: "boolean", description: "Softly: it is still there for who manages it." },
        placeholder: {
          type: "boolean",
          description:
            "A row that GitLab seeds for a foundational flow, whose real config lives elsewhere.",
        },
        stars: { type: "integer", minimum: 0 },
        usage: { type: "integer", minimum: 0, description: "In the last 30 days." },
        created: time,
        versions: {
          type: "array",
          minItems: 1,
          description: "From the oldest to the newest.",
          items: { $ref: "#/$defs/version" },
        },
      },
    },
    version: {
      type: "object",
      additionalProperties: false,
      required: ["version"],
      properties: {
        id,
        version,
        state: {
          enum: ["released", "draft", "deprecated"],
          description: "released when left out.",
        },
        released_at: {
          anyOf: [time, { type: "null" }],
          description: "null as old instances have it.",
        },
        created: time,
        created_by: { type: "string", description: "A user." },
        system_prompt: { type: "string", description: "Of an agent." },
        user_prompt: { type: "string" },
        tools: names,
        mcp_tools: names,
        definition: {
          type: ["string", "null"],
          description: "Of a flow: its text. null as flows made of steps have it.",
        },
        definition_file: file,
        config: {
          type: "string",
          description:
            "Of an agent: its flow config, where it is not the one that GitLab would make.",
        },
        config_file: file,
      },
    },
    consumer: {
      type: "object",
      additionalProperties: false,
      required: ["id", "item"],
      properties: {
        id,
        item: id,
        project: { type: "string" },
        group: { type: "string" },
        pinned_version: version,
        parent: id,
        enabled: { type: "boolean" },
      },
    },
    foundationalAgent: {
      type: "object",
      additionalProperties: false,
      required: ["reference", "name"],
      properties: {
        reference: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
        version: { type: "string" },
        name,
        description: { type: "string" },
        selectable_in_chat: { type: "boolean" },
        flow_version: { type: "string" },
        system_prompt: { type: "string" },
        tools: names,
      },
    },
  },
};
