import { dictFromJson } from "../../core/python/convert.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import type { ToolCall } from "../../model/index.ts";
import type { RunScope } from "../session/run-scope.ts";
import { uiEntry } from "../ui/create-ui-entry.ts";
import { displayMessage } from "../ui/tool-entries.ts";
import type { UiEntry } from "../ui/ui-entry.ts";

/** What the user sees of a call that waits for their leave, whatever the component shows otherwise. */
export function requestEntry(call: ToolCall, component: string, scope: RunScope): UiEntry {
  return uiEntry(scope, {
    type: "request",
    subType: null,
    content: displayMessage(call.name, dictFromJson(call.args)),
    messageId: call.id,
    component,
    toolInfo: callDict(call),
  });
}

/** A call as data. */
export function callDict({ id, name, args }: ToolCall): PyDict {
  return new Map<string, PyValue>([
    ["name", name],
    ["args", dictFromJson(args)],
    ["id", id],
  ]);
}
