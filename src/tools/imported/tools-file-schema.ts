/** JSON Schema of `<source>.tools.json`. It is one literal, so that its type can be derived from it. */
export const toolsFileSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description:
    "Tools as another system describes them to a model. Written by `flowproof tools import`; kept in version control.",
  type: "object",
  additionalProperties: false,
  required: ["schemaVersion", "source", "tools"],
  properties: {
    schemaVersion: { const: 1 },
    source: {
      description: "Where they come from. Nothing in it is secret.",
      anyOf: [
        {
          type: "object",
          additionalProperties: false,
          required: ["kind", "url"],
          properties: {
            kind: { const: "instance" },
            url: { type: "string", description: "Address of the GitLab instance." },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["kind", "formats"],
          properties: {
            kind: { const: "file" },
            formats: {
              type: "array",
              items: { enum: ["anthropic", "mcp", "openai", "plain"] },
              description: "How the file wrote them.",
            },
          },
        },
        {
          type: "object",
          additionalProperties: false,
          required: ["kind", "transport", "server"],
          properties: {
            kind: { const: "mcp" },
            transport: { enum: ["http", "stdio"] },
            server: { type: "string", description: "What the MCP server calls itself." },
            version: { type: "string", description: "Of the server, as it says." },
          },
        },
      ],
    },
    tools: {
      type: "array",
      maxItems: 5000,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: {
          name: { type: "string", pattern: "^[a-zA-Z0-9_-]{1,128}$" },
          title: { type: "string", description: "For people; a model does not see it." },
          description: {
            type: "string",
            description: "What the model reads. Ours stands where there is none.",
          },
          inputSchema: {
            type: "object",
            description: "JSON Schema of the arguments. Ours stands where there is none.",
          },
          resultSchema: {
            type: "object",
            description: "JSON Schema of what it returns; mocks are held against it.",
          },
        },
      },
    },
  },
} as const;
