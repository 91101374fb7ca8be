import { dictFromJson } from "../../core/python/convert.ts";
import { pyStr } from "../../core/python/py-str.ts";
import type { PyDict, PyValue } from "../../core/python/py-value.ts";
import { clip } from "../../core/text/clip.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { ExecutedCall } from "../tools/execute-call.ts";
import type { Toolset } from "../tools/toolset.ts";
import { uiEntry } from "./create-ui-entry.ts";
import type { UiEntry } from "./ui-entry.ts";
import type { UiSettings } from "./ui-settings.ts";

const maxResponseChars = 4096;

/** The entries for executed calls. Unknown tools leave none, and neither do events not asked for. */
export function toolEntries(
  executed: readonly ExecutedCall[],
  {
    ui,
    toolset,
    scope,
  }: { readonly ui: UiSettings; readonly toolset: Toolset; readonly scope: RunScope },
): readonly UiEntry[] {
  return executed
    .filter(({ facts }) => toolset.tools.has(facts.tool))
    .filter(({ facts }) =>
      ui.events.has(facts.isError ? "on_tool_execution_failed" : "on_tool_execution_success"),
    )
    .map((call) => toolEntry(call, scope));
}

function toolEntry({ facts }: ExecutedCall, scope: RunScope): UiEntry {
  const shown = displayMessage(facts.tool, dictFromJson(facts.args));
  return uiEntry(scope, {
    type: "tool",
    subType: facts.tool,
    content: facts.isError ? `An error occurred when executing: ${shown}` : shown,
    status: facts.isError ? "failure" : "success",
    component: facts.component,
    messageId: facts.callId,
    toolInfo: new Map<string, PyValue>([
      ["name", facts.tool],
      ["args", dictFromJson(facts.args)],
      ["tool_response", clip(facts.content, maxResponseChars)],
    ]),
  });
}

/** How a call is shown where the tool has no words of its own. */
export function displayMessage(tool: string, args: PyDict): string {
  const shown = [...args].map(([name, value]) => `${name}=${pyStr(value)}`);
  return `Using ${tool}: ${shown.join(", ")}`;
}
