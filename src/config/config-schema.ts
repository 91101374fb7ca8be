/** JSON Schema of `flowproof.yml`. It is one literal, so that its type can be derived from it. */
export const configSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description:
    "What the commands of flowproof take where no flag, variable or suite says otherwise.",
  type: "object",
  additionalProperties: false,
  properties: {
    suites: {
      type: "array",
      minItems: 1,
      items: { type: "string", minLength: 1 },
      description: "Files and folders that `eval run` takes when it is given none.",
    },
    registries: {
      type: "object",
      additionalProperties: false,
      description: "Folders, relative to this file.",
      properties: {
        flows: {
          type: "array",
          minItems: 1,
          items: { type: "string", minLength: 1 },
          description:
            "Each holds `<reference>/<version>.yml`; the first that has a flow wins. `flows` when left out.",
        },
        prompts: {
          type: "string",
          minLength: 1,
          description: "Holds `<id>/base/<version>.yml`.",
        },
        response_schemas: {
          type: "string",
          minLength: 1,
          description: "Holds `<id>/base/<version>.json`.",
        },
        tools: {
          type: "string",
          minLength: 1,
          description:
            "Holds `<source>.tools.json`, as `tools import` writes them. `tools` when left out.",
        },
      },
    },
    models: {
      type: "object",
      additionalProperties: false,
      description: "Which model plays a role: `provider/name`, a bare `claude-…`, `script/<file>`.",
      properties: {
        agent: { type: "string", minLength: 1 },
        judge: { type: "string", minLength: 1 },
        rates: {
          type: "object",
          description:
            "What may be asked of a model, by its name, `provider/*` or `*`; the most exact name decides. Each model has its own.",
          propertyNames: { minLength: 1 },
          additionalProperties: {
            anyOf: [
              {
                type: "string",
                pattern:
                  "^ *[1-9][0-9]{0,8}( +(requests?|tokens?))? */ *([1-9][0-9]{0,3})? *(s|sec|second|m|min|minute|h|hour|d|day)s? *$",
                description: "So much in a window: 50/min, 160/8h, 40000 tokens/min",
              },
              {
                type: "array",
                minItems: 1,
                items: {
                  type: "string",
                  pattern:
                    "^ *[1-9][0-9]{0,8}( +(requests?|tokens?))? */ *([1-9][0-9]{0,3})? *(s|sec|second|m|min|minute|h|hour|d|day)s? *$",
                  description: "So much in a window: 50/min, 160/8h, 40000 tokens/min",
                },
              },
            ],
          },
        },
        max_retries: {
          type: "integer",
          minimum: 0,
          maximum: 20,
          description: "How often a request that failed is sent again; 5 when left out.",
        },
        prompted_tools: {
          type: "boolean",
          description:
            "Offer tools in the prompt and read calls from the text, for models that cannot call tools. Every output says so.",
        },
        prompt_cache: {
          type: "boolean",
          description:
            "Whether prompts are marked for the provider's cache; they are when left out.",
        },
      },
    },
    judge: {
      type: "object",
      additionalProperties: false,
      description: "The judge in the form that suites use; `model` is the same as `models.judge`.",
      properties: {
        model: { type: "string", minLength: 1 },
        models: {
          type: "array",
          minItems: 2,
          maxItems: 9,
          uniqueItems: true,
          items: { type: "string", minLength: 1 },
          description: "A panel of models instead of one: what most of them find counts.",
        },
        votes: {
          enum: [1, 3, 5, 7, 9],
          description:
            "How often each model is asked the same; what it says most often counts. 1 by default.",
        },
        isolate: {
          type: "boolean",
          description:
            "Whether every criterion and rubric is a request of its own. By default all those of a moment are one.",
        },
      },
      allOf: [{ not: { required: ["model", "models"] } }],
    },
    prices: {
      type: "object",
      description:
        "US dollars for a million tokens, by name of the model as it is named for a run.",
      propertyNames: { minLength: 1 },
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        required: ["input", "output"],
        properties: {
          input: { type: "number", minimum: 0 },
          output: { type: "number", minimum: 0 },
          cache_read: {
            type: "number",
            minimum: 0,
            description:
              "Input that is read from the cache; where left out, a tenth of `input` for Anthropic, else as `input`.",
          },
          cache_write: {
            type: "number",
            minimum: 0,
            description:
              "Input that is written to the cache; where left out, five quarters of `input` for Anthropic, else as `input`.",
          },
        },
      },
    },
    limits: {
      type: "object",
      additionalProperties: false,
      properties: {
        concurrency: {
          type: "integer",
          minimum: 1,
          maximum: 256,
          description: "How many trials run at the same time.",
        },
        max_replies: {
          type: "integer",
          minimum: 1,
          maximum: 1000,
          description: "Replies of the agent's model in one trial.",
        },
        max_seconds: {
          type: "number",
          exclusiveMinimum: 0,
          maximum: 86_400,
          description: "Seconds that the agent may take in one trial.",
        },
        max_turns: {
          type: "integer",
          minimum: 1,
          maximum: 1000,
          description: "Messages of the user and answers of people in one trial.",
        },
        max_tool_calls: {
          type: "integer",
          minimum: 0,
          maximum: 10_000,
          description: "Tool calls of the agent in one trial.",
        },
        max_tokens: {
          type: "integer",
          minimum: 1,
          description: "Tokens of the agent's model in one trial.",
        },
        max_cost_usd: {
          type: "number",
          exclusiveMinimum: 0,
          description: "US dollars for the agent's tokens in one trial.",
        },
        run: {
          type: "object",
          additionalProperties: false,
          description: "Bounds of a whole run; see [limits.md](limits.md).",
          properties: {
            max_cost_usd: {
              type: "number",
              exclusiveMinimum: 0,
              description: "US dollars for agent and judge, as `--max-cost`.",
            },
            max_time: {
              type: "string",
              pattern: "^[0-9]{1,6}(ms|s|m|h)$",
              description: "How long it may take, as `--max-time`: `90s`, `10m`, `1h`.",
            },
            max_errors: {
              description:
                "Trials that may end in infra_error or judge_error, as `--max-errors`: a number, or a share of the planned trials such as `10%`.",
              anyOf: [
                { type: "integer", minimum: 0 },
                { type: "string", pattern: "^[0-9]{1,3}([.][0-9]{1,3})?%$" },
              ],
            },
          },
        },
      },
    },
    history: {
      type: "boolean",
      description:
        "Whether `eval run` keeps what it made of each case in `.flowproof/history`, and compares with it: true by default.",
    },
    lint: {
      type: "object",
      additionalProperties: false,
      properties: {
        rules: {
          type: "object",
          description: "Severity by rule.",
          propertyNames: { pattern: "^([a-z][a-z0-9-]*|[A-Z][0-9]{1,3})$" },
          additionalProperties: { enum: ["off", "info", "warning", "error"] },
        },
        max_warnings: {
          type: "integer",
          minimum: 0,
          description: "How many warnings are allowed; more make `lint` fail.",
        },
        definitions: {
          type: "array",
          minItems: 1,
          items: { type: "string", minLength: 1 },
          description:
            "What is registered as foundational: files in YAML or Ruby, or folders with them. `definitions.yml` in each folder of `registries.flows` when left out.",
        },
        mcp_tools: {
          type: "array",
          items: { type: "string", minLength: 1 },
          description: "Names of tools that an MCP server provides, so that they are not unknown.",
        },
        secret_safety: {
          type: "object",
          additionalProperties: false,
          description: "Which flows need no guidance on secrets.",
          properties: {
            out_of_scope: {
              type: "object",
              description: "The reason, by the flow's reference.",
              propertyNames: { pattern: "^[a-z][a-z0-9_]*$" },
              additionalProperties: {
                type: "string",
                pattern: "\\S",
                description: "Why the flow needs no guidance, in words.",
              },
            },
          },
        },
      },
    },
    validate: {
      type: "object",
      additionalProperties: false,
      properties: {
        rules: {
          type: "object",
          description:
            "Severity by rule for suites; what keeps a suite from being run stays an error.",
          propertyNames: { pattern: "^[a-z][a-z0-9-]*$" },
          additionalProperties: { enum: ["off", "info", "warning", "error"] },
        },
        max_warnings: {
          type: "integer",
          minimum: 0,
          description: "How many warnings are allowed; more make `eval validate` fail.",
        },
      },
    },
    gitlab: {
      type: "object",
      additionalProperties: false,
      properties: {
        url: {
          type: "string",
          pattern: "^https?://[^\\s/?#]+(/[^\\s?#]*)?$",
          description: "The address of the instance, as in https://gitlab.example.com",
        },
      },
    },
    context: {
      type: "object",
      additionalProperties: false,
      description: "Where conversations happen, in the form that suites use.",
      properties: {
        project: {
          description: "A path, an id, or what is known of the project.",
          anyOf: [
            { type: "string", minLength: 1 },
            { type: "integer", minimum: 1 },
            {
              type: "object",
              additionalProperties: false,
              minProperties: 1,
              properties: {
                id: { type: "integer", minimum: 1 },
                path: { type: "string" },
                web_url: { type: "string" },
                http_url_to_repo: { type: "string" },
                default_branch: { type: "string" },
              },
            },
          ],
        },
        namespace: {
          description: "A path, an id, or what is known of the namespace.",
          anyOf: [
            { type: "string", minLength: 1 },
            { type: "integer", minimum: 1 },
            {
              type: "object",
              additionalProperties: false,
              minProperties: 1,
              properties: {
                id: { type: "integer", minimum: 1 },
                path: { type: "string" },
                name: { type: "string" },
                description: { type: "string" },
                web_url: { type: "string" },
              },
            },
          ],
        },
        none: { const: true, description: "Neither project nor namespace." },
        inputs: { type: "object", description: "Additional context by category." },
      },
      allOf: [
        { not: { required: ["none", "project"] } },
        { not: { required: ["none", "namespace"] } },
      ],
    },
  },
} as const;
