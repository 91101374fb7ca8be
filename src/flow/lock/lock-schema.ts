/** JSON Schema of `flowproof.lock.json`. It is one literal, so that its type can be derived from it. */
export const lockSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description:
    "Which versions of which items of a catalog the flows beside it are. Written by flowproof; kept in version control.",
  type: "object",
  additionalProperties: false,
  required: ["schemaVersion", "items"],
  properties: {
    schemaVersion: { const: 1 },
    items: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "reference",
          "kind",
          "instance",
          "id",
          "name",
          "flowRegistryVersion",
          "versions",
        ],
        properties: {
          reference: { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
          kind: { enum: ["agent", "flow", "third_party_flow"] },
          instance: { type: "string", description: "Address of the GitLab instance." },
          id: { type: "string", pattern: "^gid://gitlab/Ai::Catalog::Item/\\d+$" },
          name: { type: "string" },
          flowRegistryVersion: { enum: ["v1", "experimental"] },
          versions: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              additionalProperties: false,
              required: ["version", "id", "released", "releasedAt", "path", "digest"],
              properties: {
                version: {
                  type: "string",
                  pattern: "^[0-9A-Za-z.+-]+$",
                  description: "As in the name of the file: a draft ends in `-draft`.",
                },
                id: {
                  type: "string",
                  pattern: "^gid://gitlab/Ai::Catalog::ItemVersion/\\d+$",
                },
                released: { type: "boolean" },
                releasedAt: { type: ["string", "null"], description: "ISO 8601." },
                path: {
                  type: "string",
                  pattern:
                    "^(?:[A-Za-z0-9_-][A-Za-z0-9_.+-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.+-]*\\.yml$",
                  description: "Of the config, from the folder of this file.",
                },
                digest: { type: "string", pattern: "^sha256:[0-9a-f]{64}$" },
                constraint: {
                  type: "string",
                  description: "By which it was chosen, where it was pinned.",
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
