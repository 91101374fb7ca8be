/** The same for every variant: a turn is a question, a call of a tool, its result, and an answer. */
export const model = "claude-opus-4-7";
export const question = "How many open issues does shop/web have?";
export const toolResult: string = JSON.stringify({
  data: {
    count: 42,
    nodes: Array.from({ length: 5 }, (_, index) => ({ title: `Issue ${index}`, state: "opened" })),
  },
});
export const maxTurns = 200;

/** A chat with one tool and a prompt of ordinary length. */
export const flowText: string = `version: v1
environment: chat-partial
components:
  - name: analyst
    type: AgentComponent
    prompt_id: analyst
    toolset: [run_glql_query]
routers: []
flow: { entry_point: analyst }
prompts:
  - prompt_id: analyst
    name: Analyst
    unit_primitives: [duo_agent_platform]
    prompt_template:
      system: |
${`        You answer questions about the issues of a project with GLQL, and never guess a number.\n`.repeat(30)}`;

/** Two replies for each turn of the longest conversation. */
export const scriptText: string = [
  "script: bench",
  "replies:",
  "  - turns:",
  ...Array.from({ length: maxTurns }, () =>
    [
      "      - text: Let me count.",
      "        calls: [{ tool: run_glql_query, args: { glql_yaml: 'query: type = Issue' } }]",
      "      - text: There are 42 open issues in shop/web, and none of them is older than a year.",
    ].join("\n"),
  ),
].join("\n");
