import type { RandomNumbers } from "./random-numbers.ts";

const sentences = [
  "Read what the project says about itself before you change anything.",
  "Say what you do and why, in a sentence, before each call of a tool.",
  "Never write a secret into a file, a comment or a commit message.",
  "If two answers are possible, give both, and say which one you would take.",
  "- Keep the change small: one concern, one commit, one test that fails without it.",
  "- `main` is protected, so work on a branch of its own.",
  "1. Find the file that the error names, and the test that covers it.",
] as const;

const fragmentsOfFlows = [
  "{% if project_id %}\nThe project is {{ project_id }}.\n{% endif %}",
  "{% if goal and project_id %}{{ goal | trim }} ({{ project_id }}){% else %}{{ goal }}{% endif %}",
  "{% for word in goal | split(' ') %}{{ word }}{% if not loop.last %}, {% endif %}{% endfor %}",
  "{# a note for whoever changes this prompt #}",
  "Today is {{ current_date }}; the request is: {{ goal | replace('\"', \"'\") }}",
] as const;

const tools = ["read_file", "grep", "find_files", "list_dir", "edit_file", "get_issue"] as const;

/** A chat agent, as the AI Catalog makes them: one component and a long prompt. */
export function chatAgentText(random: RandomNumbers): string {
  return `version: v1
environment: chat-partial
name: Agent ${random.between(1, 1000)}
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: ${toolsetText(random, 4)}
prompts:
${promptText(random, { id: "help", fragments: ["The request came in today."] })}`;
}

/** Steps, agents and decisions one after the other, as foundational flows have them. */
export function pipelineText(random: RandomNumbers): string {
  const names = Array.from({ length: random.between(2, 8) }, (_, index) => `part_${index}`);
  const built = names.map((name) => partText(random, name));
  const routers = names.map((name, index) => routerText(random, name, names[index + 1] ?? "end"));
  return `version: v1
environment: ambient
name: Pipeline ${random.between(1, 1000)}
description: Looks at a merge request, decides, and answers.
product_group: agent_foundations
flow:
  entry_point: ${names[0]}
  inputs:
    - category: merge_request
      input_schema:
        url: { type: string, format: uri, description: Address of the merge request }
      version_constraint: ^1.0.0
components:
${built.map(({ component }) => component).join("")}routers:
${routers.join("")}prompts:
${built.map(({ prompt }) => prompt).join("")}`;
}

interface Part {
  readonly component: string;
  /** Empty for parts that call no model. */
  readonly prompt: string;
}

function partText(random: RandomNumbers, name: string): Part {
  if (random.between(0, 2) === 0) return { component: stepText(name), prompt: "" };
  const component = `  - name: ${name}
    type: AgentComponent
    prompt_id: ${name}_prompt
    inputs:
      - from: context:goal
        as: goal
      - from: context:project_id
        as: project_id
        optional: true
    toolset: ${toolsetText(random, 6)}
    max_cycles: ${random.between(10, 300)}
    ui_log_events:
      - on_agent_final_answer
      - on_tool_execution_success
      - on_tool_execution_failed
`;
  return {
    component,
    prompt: promptText(random, { id: `${name}_prompt`, fragments: fragmentsOfFlows }),
  };
}

function stepText(name: string): string {
  return `  - name: ${name}
    type: DeterministicStepComponent
    tool_name: read_file
    inputs:
      - { from: README.md, as: file_path, literal: true }
    ui_log_events: [on_tool_execution_success, on_tool_execution_failed]
`;
}

function routerText(random: RandomNumbers, from: string, to: string): string {
  if (random.between(0, 2) > 0) return `  - from: ${from}\n    to: ${to}\n`;
  return `  - from: ${from}
    condition:
      input: context:goal
      routes:
        "": abort
        default_route: ${to}
`;
}

interface PromptSetting {
  readonly id: string;
  /** What stands between the sentences. */
  readonly fragments: readonly [string, ...string[]];
}

function promptText(random: RandomNumbers, { id, fragments }: PromptSetting): string {
  const lines = Array.from({ length: random.between(10, 60) }, (_, index) => {
    return index % 6 === 5 ? random.pick(fragments) : random.pick(sentences);
  });
  const system = lines.join("\n").replaceAll(/^(?=.)/gm, " ".repeat(8));
  return `  - prompt_id: ${id}
    name: ${id}
    unit_primitives: [duo_agent_platform]
    params: { timeout: 180 }
    prompt_template:
      system: |
${system}
      user: |
        The request: {{ goal }}{% if project_id %}, in project {{ project_id }}{% endif %}
      placeholder: history
`;
}

function toolsetText(random: RandomNumbers, most: number): string {
  return `[${tools.slice(0, random.between(1, most)).join(", ")}]`;
}
