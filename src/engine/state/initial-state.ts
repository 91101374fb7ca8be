import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { namespaceDict } from "../context/place-context.ts";
import type { RunScope } from "../session/run-scope.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import type { FlowState } from "./flow-state.ts";
import { flowStatus } from "./flow-status.ts";

/** The state in which a flow starts. */
export function initialState(scope: RunScope, inputs: PyDict): FlowState {
  const { flow, goal } = scope.options;
  const start = { subType: null, component: null };
  return {
    status: flowStatus.notStarted,
    conversationHistory: new Map(),
    agentContextLimits: new Map(),
    uiChatLog: [
      flow.version === "v1" && flow.environment !== "ambient"
        ? uiEntry(scope, { ...start, type: "user", content: goal })
        : uiEntry(scope, {
            ...start,
            type: "tool",
            content: `Flow started with the goal: ${goal}`,
          }),
    ],
    context: initialContext(scope, inputs),
  };
}

function initialContext({ options, place }: RunScope, inputs: PyDict): PyDict {
  const { project, namespace } = place;
  const isV1 = options.flow.version === "v1";
  return new Map<string, PyValue>([
    ["project_id", project?.id ?? null],
    ["project_http_url_to_repo", project?.httpUrlToRepo ?? null],
    ["project_default_branch", project?.defaultBranch ?? null],
    ...(isV1
      ? ([["namespace", namespace === undefined ? null : namespaceDict(namespace)]] as const)
      : []),
    ["goal", options.goal],
    ["current_date", new Date(options.clock.now()).toISOString().slice(0, 10)],
    ["workflow_id", options.workflowId],
    [
      "session_url",
      project === undefined
        ? null
        : `${project.webUrl}/-/automate/agent-sessions/${options.workflowId}`,
    ],
    ["inputs", inputs],
    ...(isV1 ? instanceFacts : []),
  ]);
}

/** The service fills these for its legacy chat only. */
const instanceFacts: readonly (readonly [string, PyValue])[] = [
  ["gitlab_instance_type", "Unknown"],
  ["gitlab_instance_url", "Unknown"],
  ["gitlab_instance_version", "Unknown"],
];
