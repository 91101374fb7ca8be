import type { Flow } from "../../../flow/index.ts";
import { pathAt } from "../../analysis/path-at.ts";
import { scopeComments } from "../../analysis/scope-comments.ts";
import {
  secretGuidance as guidance,
  secretGuidanceLines,
} from "../../analysis/secret-guidance-text.ts";
import { reasonOutOfScope } from "../../analysis/secret-safety.ts";
import { promptsInScope, type ScopedPrompt } from "../../analysis/secret-scope.ts";
import { keySpot, onFirstLine, spotOf } from "../../analysis/spot.ts";
import { insertGuidance } from "../../fix/insert-guidance.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const secretGuidance: LintRule = {
  id: "secret-guidance",
  origin: "policy",
  severity: "error",
  codes: [],
  // Secrets that end up in files which others read.
  security: { cwe: 538, severity: 5 },
  docs: {
    summary:
      "requires GitLab's guidance on secrets in the system prompt of whoever writes files, works on CI/CD configuration or handles credentials",
    rationale:
      "An agent that is told a password and asked for a pipeline writes the one into the other, unless its prompt says that it must not. GitLab's guide wants one paragraph verbatim, white space and wrapping apart, wherever in the system prompt, also through `include` and `extends`; text in a branch of a condition does not count unless all branches have it. What an agent does is taken from its tools, from the names of its inputs and from the words of its prompt. It is an error in an agent and a warning in a flow. Of the service's own registry of prompts is recorded that none of them holds the paragraph; of prompts that nobody knows it is only said that they were not seen. Who needs no guidance says so, with a reason: in the config by the comment `# flowproof-scope: out, <reason>`, or in `flowproof.yml` under `lint.secret_safety.out_of_scope`.",
    repair:
      "add the guidance to the system prompt (`--fix` does), or say why the config is out of scope: `# flowproof-scope: out, <reason>`",
  },
  check(input) {
    const unreasoned = scopeComments(input.text).filter(({ reason }) => reason === undefined);
    const findings = unreasoned.map(({ range }): Finding => {
      return {
        ...severityIn(input),
        at: pathAt(input.yaml, range.start),
        range,
        message: "this comment does not say that the config is out of scope, and why",
        hint: "write `# flowproof-scope: out, <reason>`",
      };
    });
    if (reasonOutOfScope(input) !== undefined) return findings;
    return [...findings, ...promptsInScope(input).flatMap((each) => findingFor(each, input))];
  },
  examples: {
    bad: [
      {
        yaml: `environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    toolset: [read_file, edit_file, run_command]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You change what you are asked to change.
`,
        reports: [["secret-guidance", 11]],
        fixed: `environment: chat-partial
components:
  - name: helper
    type: AgentComponent
    toolset: [read_file, edit_file, run_command]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You change what you are asked to change.

${secretGuidanceLines.map((line) => `        ${line}\n`).join("")}`,
      },
      {
        about: "The words of the prompt say what it is for; the reason is missing",
        yaml: `# flowproof-scope: out
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: You convert Jenkins pipelines.
      user: "{{ goal }}"
`,
        reports: [
          ["secret-guidance", 1],
          ["secret-guidance", 7],
        ],
        fixed: `# flowproof-scope: out
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: "You convert Jenkins pipelines.\\n\\n${guidance}"
      user: "{{ goal }}"
`,
      },
      {
        about: "The service's own prompts do not hold the guidance",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: ensure_clean_git_state
    prompt_version: 1.0.0
    toolset: [run_command]
    inputs:
      - { from: "context:project_http_url_to_repo", as: repository_url }
      - { from: "context:project_default_branch", as: default_branch }
`,
        reports: [["secret-guidance", 4]],
      },
    ],
    good: [
      {
        about: "The paragraph may be wrapped in any way",
        yaml: `components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [edit_file]
    inputs: ["context:goal"]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You change files.

${secretGuidanceLines.map((line) => `          ${line}\n`).join("")}
        Be brief.
      user: "{{ goal }}"
`,
      },
      {
        about: "Out of scope, with a reason",
        yaml: `# flowproof-scope: out, it runs one fixed command and never sees a value
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [run_tests]
    inputs: ["context:goal"]
`,
      },
      {
        about: "A pipeline that is only mentioned",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template:
      system: |
        You say why a pipeline failed, and create an issue when a pipeline is slow.
        Never repeat a password.
      user: "{{ goal }}"
`,
      },
    ],
  },
};

function findingFor(scoped: ScopedPrompt, input: LintInput): readonly Finding[] {
  const { holding, at, prompt, users, signs } = scoped;
  if (holding === "held") return [];
  const { flow } = input;
  const place = prompt === undefined ? spotOf(flow, at) : keySpot(flow, at);
  const [first] = users;
  const names = users.map(({ name }) => `"${name}"`).join(", ");
  const who = `${isAgentFlow(flow) ? "agent" : "component"}${users.length > 1 ? "s" : ""} ${names}`;
  const what = `${who}: ${listed(signs)}`;
  const id = prompt?.id ?? first?.promptId ?? "";
  const which = id === "" ? "its prompt" : `prompt "${id}"`;
  if (holding === "unseen") {
    return [
      {
        ...place,
        severity: "info",
        message: `${what}; whether ${which} holds the guidance on secrets cannot be seen`,
        hint: "name the folder of your prompts at registries.prompts in flowproof.yml",
      },
    ];
  }
  const fix = prompt && insertGuidance(prompt, input);
  return [
    {
      ...place,
      range: onFirstLine(flow, place.range),
      ...severityIn(input),
      message: `${what}; ${which} does not hold the guidance on secrets`,
      ...(fix === undefined && {
        hint: `${first?.promptVersion === undefined ? ownHint : registryHint}, ${otherwise}`,
      }),
      fix,
    },
  ];
}

function severityIn({ flow }: LintInput): Pick<Finding, "severity"> {
  return isAgentFlow(flow) ? {} : { severity: "warning" };
}

function isAgentFlow({ environment }: Flow): boolean {
  return environment === "chat-partial";
}

const otherwise = "or say why the config is out of scope: `# flowproof-scope: out, <reason>`";
const ownHint = "add the guidance where the system prompt is put together";

const registryHint =
  "add the guidance to the prompt in its registry, whose folder belongs under registries.prompts in flowproof.yml";

function listed(signs: readonly string[]): string {
  const last = signs.at(-1) ?? "";
  return signs.length > 1 ? `${signs.slice(0, -1).join(", ")} and ${last}` : last;
}
