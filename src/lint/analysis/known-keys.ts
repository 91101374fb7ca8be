import type { ComponentType, FlowVersion } from "../../flow/index.ts";

const root = [
  "version",
  "environment",
  "flow",
  "components",
  "routers",
  "prompts",
  "response_schemas",
  "name",
  "description",
  "product_group",
  "resolved_version",
];

/** GitLab's own keys of flows in its catalog, which it adds or reads itself. */
const ofCatalog = ["yaml_definition", "coding_environment"];

/** The keys that the service reads in the mappings that ignore all others. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  root: [...root, ...ofCatalog],
  flow: ["entry_point", "inputs"],
  category: ["category", "input_schema", "version_constraint"],
  field: ["type", "format", "description", "optional"],
  input: ["from", "as", "literal", "optional"],
  router: ["from", "to", "condition"],
  condition: ["input", "routes"],
  subagent: ["name"],
  maxCycles: ["threshold", "iteration_warning_offset"],
  compaction: ["type", "max_recent_messages", "recent_messages_token_budget", "trim_threshold"],
};

const ofEveryComponent = ["name", "type", "inputs", "toolset"];
const ofModels = ["model_tags", "model_size_preference"];
const ofPrompting = ["prompt_id", "prompt_version", "compaction", "ui_log_events", ...ofModels];
const ofAgent = [
  ...ofEveryComponent,
  ...ofPrompting,
  "response_schema_id",
  "response_schema_version",
  "response_schema_tracking",
  "response_schema_tracking_context",
  "require_tool_approval",
  "pre_approved_tools",
  "max_cycles",
  "max_wrap_up_retries",
  "description",
  "ui_role_as",
  "subagents",
  // In the place of a toolset with one tool.
  "tool_name",
];

const ofType: Readonly<Record<ComponentType, readonly string[]>> = {
  AgentComponent: ofAgent,
  OneOffComponent: [...ofEveryComponent, ...ofPrompting, "max_correction_attempts", "tool_name"],
  DeterministicStepComponent: [
    ...ofEveryComponent,
    "tool_name",
    "ui_log_events",
    "ui_role_as",
    ...ofModels,
  ],
  HumanInputComponent: [
    "name",
    "type",
    "inputs",
    "sends_response_to",
    "message_template",
    "interaction_type",
    "ui_log_events",
    ...ofModels,
  ],
};

const onlyV1 = new Set(["response_schema_tracking_context", ...ofModels]);

/** The keys that the service reads in a component. */
export function componentKeys(
  type: ComponentType,
  { version, supervises }: { readonly version: FlowVersion; readonly supervises: boolean },
): readonly string[] {
  const keys = ofType[type];
  if (type !== "AgentComponent") return keys;
  if (version === "experimental") {
    return [...keys.filter((key) => !onlyV1.has(key)), "enable_web_search"];
  }
  // A supervisor is nobody's subagent, and so needs no description.
  return supervises ? [...keys.filter((key) => key !== "description"), "max_delegations"] : keys;
}

/** The types of components that have a key. */
export function typesWith(key: string): readonly ComponentType[] {
  const types: readonly ComponentType[] = [
    "AgentComponent",
    "OneOffComponent",
    "DeterministicStepComponent",
    "HumanInputComponent",
  ];
  return types.filter((type) => ofType[type].includes(key));
}
