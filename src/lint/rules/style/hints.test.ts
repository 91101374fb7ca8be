import { expect, test } from "vitest";
import { bundledKnowledge } from "../../knowledge/index.ts";
import { lintText } from "../../lint-text.ts";
import { completeExample } from "../../rule/complete-example.ts";
import { unknownTool } from "./unknown-tool.ts";

function hintsFor(yaml: string, mcpTools: readonly string[] = []): readonly string[] {
  const text = completeExample({ yaml });
  const options = { knowledge: bundledKnowledge, mcpTools, only: ["style"] as const };
  return lintText(text, "flow.yml", options).map(({ hint }) => hint);
}

function withTool(name: string): string {
  return `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    inputs: ["context:goal"]
    toolset: ["${name}"]
`;
}

const mcp = "? A tool of an MCP server belongs under lint.mcp_tools in flowproof.yml";

test.each([
  ["blob_search", `did you mean "gitlab_blob_search"${mcp}`],
  ["read_fiel", `did you mean "read_file"${mcp}`],
  ["gitlab_api_post", unknownTool.docs.repair],
  ["create_thing", unknownTool.docs.repair],
  [
    "read_only_gitlab",
    '"read_only_gitlab" is a privilege of the session; list its tools, such as get_issue',
  ],
  ["read_file, find_files", "these are 2 tools; separate them with commas"],
  ["delegate_task", "a supervisor has it by itself; remove it"],
])("the tool %s: %s", (name, hint) => {
  expect(hintsFor(withTool(name))).toEqual([hint]);
});

test("a tool of an MCP server that is listed is known", () => {
  expect(hintsFor(withTool("jira_search"), ["jira_search"])).toEqual([]);
  expect(hintsFor(withTool("jira_search"), ["jira"])).toHaveLength(1);
});

test.each([
  ["context:helper.final_anwser", 'did you mean "final_answer"?'],
  ["context:helper.last_todo_write", 'give "helper" the tool todo_write, whose list this is'],
  ["context:project", 'did you mean "project_id"?'],
  ["context:elsewhere", "read the output of a component, or what the context has from the start"],
  ["context:inputs.pipeline.url", 'declare "pipeline" in flow.inputs'],
  ["context:inputs.user_rules", 'did you mean "user_rule"?'],
])("reading %s: %s", (from, hint) => {
  const yaml = `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [], inputs: ["context:goal"] }
  - { name: writer, type: AgentComponent, prompt_id: help, toolset: [],
      inputs: [{ from: "${from}", as: goal }] }
routers: [{ from: helper, to: writer }, { from: writer, to: end }]
`;
  expect(hintsFor(yaml)).toEqual([hint]);
});
