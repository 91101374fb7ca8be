import type { RunScope } from "../session/run-scope.ts";
import type { UiEntry } from "./ui-entry.ts";

/** What the caller knows of an entry; the rest is the same for all. */
export type UiFacts = Pick<UiEntry, "type" | "subType" | "content" | "component"> &
  Partial<Pick<UiEntry, "status" | "messageId" | "toolInfo">>;

/** An entry of the session's log, stamped with the run's clock and the next id. */
export function uiEntry({ options, recorder }: RunScope, facts: UiFacts): UiEntry {
  return {
    status: "success",
    toolInfo: null,
    messageId: facts.messageId ?? recorder.nextUiId(facts.type),
    timestamp: new Date(options.clock.now()).toISOString(),
    ...facts,
  };
}
