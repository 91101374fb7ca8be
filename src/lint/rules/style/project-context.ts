import type { FlowComponent, FlowKnowledge, IOKey } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { keySpot } from "../../analysis/spot.ts";
import type { LintRule } from "../../rule/lint-rule.ts";

export const projectContext: LintRule = {
  id: "project-context",
  origin: "style",
  severity: "warning",
  codes: ["A1"],
  docs: {
    summary: "requires an agent that works in a project to be told in which",
    rationale:
      "Tools of GitLab's API want to know the project, and the model can only tell them what it has been told: nothing of the session comes into a prompt but its inputs. An agent without any input that could name the project, an issue or a URL has to guess. GitLab tells its own author of flows to give such components `context:project_id`.",
    repair: "add the input `context:project_id` and show it in the user's part of the prompt",
  },
  check(input) {
    const { flow, knowledge } = input;
    if (flow.environment === "chat-partial") return [];
    return flow.components.flatMap((component) => {
      if (!("promptId" in component) || !isSound(input, component.at)) return [];
      if (component.inputs.some(mayTell)) return [];
      const tool = firstProjectTool(component, knowledge);
      if (tool === undefined) return [];
      const message = `component "${component.name}" has the tool "${tool}", which works in a project, and no input tells which`;
      return [{ ...keySpot(flow, [...component.at, "toolset"]), code: "A1", message }];
    });
  },
  examples: {
    bad: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: report
    toolset: [list_issues]
    inputs:
      - { from: "context:current_date", as: today }
      - { from: weekly, as: period, literal: true }
prompts:
  - prompt_id: report
    name: report
    unit_primitives: []
    prompt_template: { system: You report., user: "{{ today }} {{ period }}" }
`,
        reports: [["A1", 5]],
      },
    ],
    good: [
      {
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: report
    toolset: [list_issues]
    inputs:
      - { from: "context:current_date", as: today }
      - { from: "context:project_id", as: project_id }
prompts:
  - prompt_id: report
    name: report
    unit_primitives: []
    prompt_template: { system: You report., user: "{{ today }} {{ project_id }}" }
`,
      },
      {
        about: "The goal may name the project, or hold a URL",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: help, toolset: [list_issues],
      inputs: ["context:goal"] }
`,
      },
      {
        about: "The flow itself may say which",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: report
    toolset: [{ list_issues: { project_id: 7 } }]
prompts:
  - { prompt_id: report, name: report, unit_primitives: [], prompt_template: { system: A, user: B } }
`,
      },
      {
        about: "These need no project",
        yaml: `components:
  - { name: helper, type: AgentComponent, prompt_id: report, toolset: [get_current_user, read_file] }
prompts:
  - { prompt_id: report, name: report, unit_primitives: [], prompt_template: { system: A, user: B } }
`,
      },
    ],
  },
};

/** Values of every session that say nothing about where it is. */
const placeless: ReadonlySet<string> = new Set([
  "current_date",
  "gitlab_instance_type",
  "gitlab_instance_url",
  "gitlab_instance_version",
]);
const placelessInputs: ReadonlySet<string> = new Set([
  "agent_user_environment",
  "os_information",
  "shell_information",
  "user_rule",
  "workspace_agent_skills",
]);

/** Whether a value could name a project; most could. */
function mayTell(key: IOKey): boolean {
  if (key.target !== "context") return /[/\d]/.test(key.literal ?? "");
  const [root = "", category = ""] = key.path;
  return root === "inputs" ? !placelessInputs.has(category) : !placeless.has(root);
}

/** Tools that also take a URL are among them, for there is no URL either. */
function firstProjectTool(
  { toolset }: FlowComponent,
  { tool: find }: FlowKnowledge,
): string | undefined {
  return toolset.find(({ tool, options = {} }) => {
    const names = ["project_id", "url"];
    return find?.(tool)?.needsProject === true && !names.some((name) => name in options);
  })?.tool;
}
