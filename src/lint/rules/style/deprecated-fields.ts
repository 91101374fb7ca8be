import { isPyDict, isPyList } from "../../../core/python/py-value.ts";
import type { FlowComponent, FlowInput, NodePath, Prompt } from "../../../flow/index.ts";
import { executorCategories } from "../../analysis/initial-context.ts";
import { keySpot, spotOf } from "../../analysis/spot.ts";
import { valueAt } from "../../analysis/written.ts";
import { addEntry } from "../../fix/add-entry.ts";
import { rename } from "../../fix/rename.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const deprecatedFields: LintRule = {
  id: "deprecated-fields",
  origin: "style",
  severity: "info",
  codes: ["W01", "W04", "W06", "W07"],
  docs: {
    summary: "reports what the service still accepts, and will not forever",
    rationale:
      "The service keeps old spellings working and says so in its documentation, its tools and its logs, but not to who writes a flow. For each of these there is a new way today.",
    conditions: {
      W01: "a category of context has no `version_constraint`; the service assumes `^1.0.0` and logs a warning",
      W04: "`model_size_preference` is the old name of `model_tags`",
      W06: "of `unit_primitives` only the first counts, and `reasoning.effort` as a number is on its way out",
      W07: "a tool tells the model to use another one instead",
    },
    repair: "write it in the new way",
  },
  check(input) {
    const { flow } = input;
    if (flow.environment === "chat-partial") return flow.prompts.flatMap(promptFindings(input));
    return [
      ...flow.inputs.flatMap((category) => openCategory(category, input)),
      ...flow.components.flatMap((component) => oldPreference(component, input)),
      ...oldTools(input),
      ...flow.prompts.flatMap(promptFindings(input)),
    ];
  },
  examples: {
    bad: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - category: merge_request # of the session
      input_schema: { url: { type: string } }
    - { category: pipeline, input_schema: {} }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [run_git_command]
    model_size_preference: small # it is quick
    inputs: ["context:goal"]
`,
        reports: [
          ["W01", 4],
          ["W01", 6],
          ["W07", 11],
          ["W04", 12],
        ],
        fixed: `flow:
  entry_point: helper
  inputs:
    - category: merge_request # of the session
      version_constraint: ^1.0.0
      input_schema: { url: { type: string } }
    - { category: pipeline, version_constraint: ^1.0.0, input_schema: {} }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [run_git_command]
    model_tags: small # it is quick
    inputs: ["context:goal"]
`,
      },
      {
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: [duo_agent_platform, duo_chat]
    model: { provider_params: { openai: { reasoning: { effort: 8 } } } }
    prompt_template: { system: You help., user: "{{ goal }}" }
`,
        reports: [
          ["W06", 4],
          ["W06", 5],
        ],
      },
    ],
    good: [
      {
        yaml: `flow:
  entry_point: helper
  inputs:
    - { category: merge_request, version_constraint: ^2.0.0, input_schema: {} }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: [run_command]
    model_tags: [small]
    inputs: ["context:goal"]
prompts:
  - prompt_id: help
    name: help
    unit_primitives: [duo_agent_platform]
    model: { provider_params: { openai: { reasoning: { effort: high } } } }
    prompt_template: { system: You help., user: "{{ goal }}" }
`,
      },
    ],
  },
};

const assumed = "^1.0.0";

/** What the executor sends has no version. */
function openCategory(
  { category, versionConstraint, at }: FlowInput,
  input: LintInput,
): readonly Finding[] {
  if (versionConstraint !== undefined || executorCategories.includes(category)) return [];
  const { flow } = input;
  const isNull = flow.rangeOf([...at, "version_constraint"], "key") !== undefined;
  const entry = { after: [...at, "category"], key: "version_constraint", value: assumed };
  const edit = isNull ? undefined : addEntry(flow, entry);
  return [
    {
      ...spotOf(flow, [...at, "category"]),
      code: "W01",
      message: `category "${category}" has no "version_constraint", and so takes ${assumed}`,
      hint: `write version_constraint: ${assumed}`,
      fix: edit && { description: `add version_constraint: ${assumed}`, edits: [edit] },
    },
  ];
}

function oldPreference({ name, at }: FlowComponent, input: LintInput): readonly Finding[] {
  const { flow } = input;
  const old = [...at, "model_size_preference"];
  // Experimental flows ignore both.
  if (flow.version !== "v1" || typeof valueAt(input, old) !== "string") return [];
  const hasNew = flow.rangeOf([...at, "model_tags"], "key") !== undefined;
  const names = { from: "model_size_preference", to: "model_tags" };
  const edit = hasNew ? undefined : rename(flow, { at: old, part: "key", ...names });
  const message = `component "${name}" has "model_size_preference", the old name of "model_tags"`;
  const hint = hasNew ? "remove it; model_tags is there" : "rename it to model_tags";
  const fix = edit && { description: hint, edits: [edit] };
  return [{ ...keySpot(flow, old), code: "W04", message, hint, fix }];
}

/** Where a flow uses a tool at all, it mostly does so everywhere: the first place stands for all. */
function oldTools({ flow, knowledge }: LintInput): readonly Finding[] {
  const uses = new Map<string, { readonly at: NodePath; readonly users: string[] }>();
  for (const { name, toolset } of flow.components) {
    for (const { tool, at } of toolset) {
      if (knowledge.tool?.(tool)?.isDeprecated !== true) continue;
      const use = uses.get(tool) ?? { at, users: [] };
      use.users.push(name);
      uses.set(tool, use);
    }
  }
  return [...uses].map(([tool, { at, users }]) => {
    const others = users.length > 1 ? ` and ${users.length - 1} more` : "";
    const message = `the tool "${tool}" is deprecated; "${users[0]}"${others} ${others === "" ? "uses" : "use"} it`;
    const hint = "use run_command, whose arguments are others, and say so in the prompt";
    return { ...spotOf(flow, at), code: "W07", message, hint };
  });
}

function promptFindings(input: LintInput): (prompt: Prompt) => readonly Finding[] {
  const { flow } = input;
  return ({ id, at, unitPrimitives, providerParams }) => {
    const findings: Finding[] = [];
    if (unitPrimitives.length > 1) {
      const message = `of the unit primitives of prompt "${id}" only "${unitPrimitives[0]}" counts`;
      const hint = "write the one that counts";
      findings.push({ ...spotOf(flow, [...at, "unit_primitives"]), code: "W06", message, hint });
    }
    for (const [provider, params] of providerParams ?? []) {
      const reasoning = isPyDict(params) ? params.get("reasoning") : undefined;
      const effort = isPyDict(reasoning) ? reasoning.get("effort") : undefined;
      if (effort === undefined || effort === null || typeof effort === "string") continue;
      if (isPyDict(effort) || isPyList(effort)) continue;
      const path = [...at, "model", "provider_params", provider, "reasoning", "effort"];
      const message = `the reasoning effort of prompt "${id}" is a number, which is deprecated`;
      const hint = "name it: low, medium, high, …";
      findings.push({ ...spotOf(flow, path), code: "W06", message, hint });
    }
    return findings;
  };
}
