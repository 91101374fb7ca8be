/** What a session may be given, by the monolith's numbers (`AgentPrivileges`). */
export const privilegesByNumber: ReadonlyMap<number, string> = new Map([
  [1, "read_write_files"],
  [2, "read_only_gitlab"],
  [3, "read_write_gitlab"],
  [4, "run_commands"],
  [5, "use_git"],
  [6, "run_mcp_tools"],
  [7, "start_flows"],
  [8, "read_only_files"],
]);

/** The privileges of a session for which none are chosen. */
export const defaultPrivileges: readonly string[] = [
  "read_write_files",
  "read_only_gitlab",
  "read_write_gitlab",
  "run_commands",
  "use_git",
  "run_mcp_tools",
];

/** The events that may start a flow, by the monolith's numbers (`FlowTrigger::EVENT_TYPES`). */
export const eventsByNumber: ReadonlyMap<number, string> = new Map([
  [0, "mention"],
  [1, "assign"],
  [2, "assign_reviewer"],
  [3, "pipeline_hooks"],
  [4, "merge_request_ready"],
  [5, "merge_request_code_conflict"],
  [6, "merge_request"],
  [7, "work_item"],
  [8, "commit_to_default_branch"],
]);

/** Where a session may run, as the monolith names it; another list than the `environment` of a config. */
export const workflowEnvironments: readonly string[] = [
  "ide",
  "web",
  "chat_partial",
  "chat",
  "ambient",
  "external",
];

/** Old names of environments and what took their place. */
export const deprecatedEnvironments: Readonly<Record<string, string>> = {
  ide: "chat",
  web: "ambient",
};

export const featureMaturities: readonly string[] = ["experimental", "beta", "ga"];
export const codingEnvironments: readonly string[] = ["full", "none"];

/** The version of a flow that is meant where none is written. */
export const defaultFlowVersion = "1.0.0";
