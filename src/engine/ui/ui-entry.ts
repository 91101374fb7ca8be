import type { PyDict, PyValue } from "../../core/python/py-value.ts";

/** One line of what the user of a session sees. */
export interface UiEntry {
  readonly type: "agent" | "user" | "tool" | "request";
  readonly subType: string | null;
  readonly content: string;
  readonly status: "success" | "failure" | null;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly messageId: string;
  readonly component: string | null;
  readonly toolInfo: PyDict | null;
}

/** An entry as templates and results see it, under the service's keys. */
export function uiEntryDict(entry: UiEntry): PyDict {
  return new Map<string, PyValue>([
    ["message_type", entry.type],
    ["message_sub_type", entry.subType],
    ["content", entry.content],
    ["timestamp", entry.timestamp],
    ["status", entry.status],
    ["message_id", entry.messageId],
    ["component_name", entry.component],
    ["tool_info", entry.toolInfo],
  ]);
}
