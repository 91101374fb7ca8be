import type { RunFailure } from "../run-result.ts";
import type { RunScope } from "../session/run-scope.ts";
import { uiEntry } from "./create-ui-entry.ts";
import type { UiEntry } from "./ui-entry.ts";

/** What the user of a session sees of the failure that ended it. */
export function failureEntry(scope: RunScope, { component, message }: RunFailure): UiEntry {
  return uiEntry(scope, {
    type: "agent",
    subType: null,
    content: `An error ended this session: ${message}`,
    status: "failure",
    component,
    messageId: scope.recorder.nextUiId("error"),
  });
}
