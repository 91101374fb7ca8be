/** How each key of `flowproof.yml` is written; a test holds them against the schema. */
export const configExamples: Readonly<Record<string, string>> = {
  suites: `suites: [suites/smoke, suites/nightly/issues.suite.yml]
`,
  registries: `registries:
  flows: [flows, ../shared/flows]
  prompts: prompts
  response_schemas: response_schemas
  tools: tools
`,
  models: `models:
  agent: anthropic/claude-sonnet-4-6
  judge: anthropic/claude-haiku-4-5
`,
  judge: `judge: { model: anthropic/claude-haiku-4-5, votes: 3 }
`,
  prices: `prices:
  claude-sonnet-4-6: { input: 3, output: 15, cache_read: 0.3, cache_write: 3.75 }
`,
  limits: `limits:
  concurrency: 4
  max_replies: 30
  max_seconds: 300
  max_cost_usd: 0.5
  run: { max_cost_usd: 20, max_time: 30m, max_errors: 10% }
`,
  history: `history: false
`,
  lint: `lint:
  rules:
    user-prompt: off
    dead-end: warning
  max_warnings: 10
  definitions: [flows/definitions.yml]
  mcp_tools: [linear_search]
  secret_safety:
    out_of_scope:
      duo_planner: it reads issues and epics, and writes no file
`,
  validate: `validate:
  rules:
    unreached: off
    unclear-criterion: error
  max_warnings: 0
`,
  gitlab: `gitlab: { url: "https://gitlab.example.com" }
`,
  context: `context:
  project: { path: shop/web, id: 7 }
  inputs:
    merge_request: { url: "https://gitlab.example.com/shop/web/-/merge_requests/7" }
`,
};
