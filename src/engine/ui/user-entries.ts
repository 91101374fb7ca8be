import type { ResumeEvent } from "../session/resume-event.ts";
import type { RunScope } from "../session/run-scope.ts";
import { uiEntry } from "./create-ui-entry.ts";
import type { UiEntry } from "./ui-entry.ts";
import type { UiSettings } from "./ui-settings.ts";

/** What the log shows of a user's answer. A rejection with a reason shows the reason twice, as in the service. */
export function userEntries(
  event: ResumeEvent,
  {
    scope,
    component,
    ui,
  }: { readonly scope: RunScope; readonly component: string; readonly ui: UiSettings },
): readonly UiEntry[] {
  const entry = (content: string): UiEntry =>
    uiEntry(scope, { type: "user", subType: null, content, status: null, component });
  if (event.type === "approve") return [];
  const text = event.type === "reject" ? "Action rejected." : event.message;
  return [
    ...(event.type === "modify" && event.rejected === true ? [entry(text)] : []),
    ...(ui.events.has("on_user_response") ? [entry(text)] : []),
  ];
}
