import { dictFromJson } from "../../core/python/convert.ts";
import type { PyValue } from "../../core/python/py-value.ts";
import type { ToolCall } from "../../model/index.ts";
import type { AgentSettings } from "../agent/agent-settings.ts";
import type { RunScope } from "../session/run-scope.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import type { UiEntry } from "../ui/ui-entry.ts";

/** What the log shows of a delegation: these entries are kept whatever events the flow names. */
export function delegationEntry(
  scope: RunScope,
  facts: {
    readonly agent: AgentSettings;
    readonly call: ToolCall;
    readonly event: "delegation" | "delegation_returns" | "delegation_error";
    readonly content: string;
  },
): UiEntry {
  const { agent, call, event, content } = facts;
  return uiEntry(scope, {
    type: "tool",
    subType: event,
    content,
    status: event === "delegation_error" ? "failure" : "success",
    component: agent.component,
    messageId: call.id,
    toolInfo: new Map<string, PyValue>([
      ["name", call.name],
      ["args", dictFromJson(call.args)],
    ]),
  });
}
