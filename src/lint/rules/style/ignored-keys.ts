import { toPointer } from "../../../core/text/pointer.ts";
import { didYouMean, suggest } from "../../../core/text/suggest.ts";
import type { ComponentType, FlowComponent, NodePath } from "../../../flow/index.ts";
import { isSound } from "../../analysis/faults.ts";
import { componentKeys, knownKeys, typesWith } from "../../analysis/known-keys.ts";
import { keySpot } from "../../analysis/spot.ts";
import { itemsAt, keysAt } from "../../analysis/written.ts";
import type { Finding } from "../../rule/finding.ts";
import type { LintInput, LintRule } from "../../rule/lint-rule.ts";

export const ignoredKeys: LintRule = {
  id: "ignored-keys",
  origin: "style",
  severity: "warning",
  codes: ["L17", "L18"],
  docs: {
    summary: "reports keys that the service ignores",
    rationale:
      "Only prompts and response schemas refuse keys that they do not know. Everywhere else the service passes over them, so that a misspelled setting keeps its default, and a setting of another type of component does nothing. Keys at the root that begin with `.`, `_` or `x-` are left alone: people keep what they repeat there.",
    conditions: {
      L17: "a key that is ignored",
      L18: "`default` of an input; a missing optional value is null, and there is no other default",
    },
    repair: "correct the key, or remove it",
  },
  check(input) {
    const findings = [
      ...ofMapping(input, [], "root").filter(({ at }) => !isPrivate(at)),
      ...ofFlow(input),
      ...input.flow.components.flatMap((component) => ofComponent(input, component)),
      ...itemsAt(input, ["routers"]).flatMap((at) => ofRouter(input, at)),
    ];
    const hints = hintsBy(input);
    // What the service says of a key, it does not ignore; nor is it ignored if it is the one that is missed.
    return findings.filter(({ at }) => isSound(input, at) && !isMissed(at, hints));
  },
  examples: {
    bad: [
      {
        yaml: `titel: My flow
flow:
  entry_point: helper
  entrypoint: helper
  inputs:
    - category: merge_request
      version: ^1.0.0
      input_schema:
        url: { type: string, enum: [a, b] }
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    max_cycle: 5
    max_cycles: { threshold: 5, warning_offset: 2 }
    compaction: { max_messages: 4 }
    inputs:
      - { from: "context:goal", as: goal, default: Nothing, opional: true }
  - name: step
    type: DeterministicStepComponent
    tool_name: get_current_user
    max_correction_attempts: 3
routers:
  - from: helper
    to: step
    condition:
      input: context:goal
      routes: { default_route: step }
      default_route: end
  - { from: step, to: end, when: always }
`,
        reports: [
          ["L17", 1],
          ["L17", 4],
          ["L17", 7],
          ["L17", 9],
          ["L17", 15],
          ["L17", 16],
          ["L17", 17],
          ["L18", 19],
          ["L17", 19],
          ["L17", 23],
          ["L17", 26],
          ["L17", 30],
          ["L17", 31],
        ],
      },
      {
        about: "Experimental agents know other settings",
        yaml: `version: experimental
components:
  - name: helper
    type: AgentComponent
    prompt_id: help
    toolset: []
    enable_web_search: true
    model_tags: [large]
    inputs: ["context:goal"]
`,
        reports: [["L17", 8]],
      },
    ],
    good: [
      {
        yaml: `.agent: &agent
  type: AgentComponent
  toolset: []
  inputs:
    - { from: "context:goal", as: goal, optional: true, literal: false }
components:
  - <<: *agent
    name: helper
    prompt_id: help
    max_cycles: { threshold: 5, iteration_warning_offset: 2 }
    compaction: { trim_threshold: 0.5 }
    model_tags: large
`,
      },
      {
        about: "Prompts refuse what they do not know by themselves",
        yaml: `prompts:
  - prompt_id: help
    name: help
    unit_primitives: []
    prompt_template: { system: You help., user: "{{ goal }}" }
    params: { timeout: 30 }
`,
      },
    ],
  },
};

/** People keep there what they repeat by aliases. */
function isPrivate(at: NodePath): boolean {
  return /^(?:[._]|x-)/.test(String(at.at(-1)));
}

/** What the service's errors advise, by the part of the file. */
function hintsBy({ problems }: LintInput): ReadonlyMap<string, string> {
  const hints = new Map<string, string>();
  for (const { at, hint = "" } of problems) {
    const part = toPointer(at);
    hints.set(part, `${hints.get(part) ?? ""} ${hint}`);
  }
  return hints;
}

function isMissed(at: NodePath, hints: ReadonlyMap<string, string>): boolean {
  const advice = hints.get(toPointer(at.slice(0, -1))) ?? "";
  return advice.includes(`"${String(at.at(-1))}"`);
}

function ofMapping(input: LintInput, at: NodePath, kind: string): readonly Finding[] {
  const known = knownKeys[kind] ?? [];
  return keysAt(input, at).flatMap((key): readonly Finding[] => {
    if (known.includes(key)) return [];
    const spot = keySpot(input.flow, [...at, key]);
    if (kind === "input" && key === "default") {
      const message = `"default" of an input is ignored`;
      const hint = "mark it as optional, and say in the template what stands for null";
      return [{ ...spot, code: "L18", message, hint }];
    }
    const owner = ownerNames.get(kind) ?? "";
    return [
      { ...spot, code: "L17", message: `${owner} ignores "${key}"`, hint: didYouMean(key, known) },
    ];
  });
}

const ownerNames: ReadonlyMap<string, string> = new Map([
  ["root", "the service"],
  ["flow", '"flow"'],
  ["category", "a category of context"],
  ["field", "a field of a category"],
  ["input", "an input"],
  ["router", "a router"],
  ["condition", "a condition"],
  ["subagent", "a subagent"],
  ["maxCycles", '"max_cycles"'],
  ["compaction", '"compaction"'],
]);

function ofFlow(input: LintInput): readonly Finding[] {
  const categories = itemsAt(input, ["flow", "inputs"]);
  return [
    ...ofMapping(input, ["flow"], "flow"),
    ...categories.flatMap((at) => {
      const schema = [...at, "input_schema"];
      const fields = keysAt(input, schema).map((name) => [...schema, name]);
      return [
        ...ofMapping(input, at, "category"),
        ...fields.flatMap((field) => ofMapping(input, field, "field")),
      ];
    }),
  ];
}

function ofComponent(input: LintInput, component: FlowComponent): readonly Finding[] {
  const { at, type, name } = component;
  const supervises = type === "AgentComponent" && component.subagents.length > 0;
  const known = componentKeys(type, { version: input.flow.version, supervises });
  const own = keysAt(input, at).flatMap((key): readonly Finding[] => {
    if (known.includes(key)) return [];
    const message = `component "${name}" ignores "${key}"`;
    return [
      {
        ...keySpot(input.flow, [...at, key]),
        code: "L17",
        message,
        hint: hintFor(key, { known, type }),
      },
    ];
  });
  return [
    ...own,
    ...itemsAt(input, [...at, "inputs"]).flatMap((item) => ofMapping(input, item, "input")),
    ...(type === "AgentComponent" ? ofMapping(input, [...at, "max_cycles"], "maxCycles") : []),
    ...("promptId" in component ? ofMapping(input, [...at, "compaction"], "compaction") : []),
    ...(supervises
      ? itemsAt(input, [...at, "subagents"]).flatMap((item) => ofMapping(input, item, "subagent"))
      : []),
  ];
}

interface Owner {
  readonly known: readonly string[];
  readonly type: ComponentType;
}

function hintFor(key: string, { known, type }: Owner): string | undefined {
  const near = suggest(key, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const owners = typesWith(key);
  if (owners.includes(type)) return `remove it; in this kind of flow, ${type} does not have it`;
  return owners.length === 0 ? undefined : `remove it; it belongs to ${owners.join(" or ")}`;
}

function ofRouter(input: LintInput, at: NodePath): readonly Finding[] {
  const keys = keysAt(input, at);
  const condition = [...at, "condition"];
  const findings = [
    ...ofMapping(input, at, "router"),
    ...ofMapping(input, condition, "condition"),
    ...ofMapping(input, [...condition, "input"], "input"),
  ];
  if (!keys.includes("condition") || !keys.includes("to")) return findings;
  const message = `a router with a condition ignores "to"`;
  const hint = 'remove it, or make it the "default_route" of the condition';
  return [...findings, { ...keySpot(input.flow, [...at, "to"]), code: "L17", message, hint }];
}
