import type { HumanDecision } from "../run-options.ts";

/** What reaches a waiting node when the run goes on. */
export type ResumeEvent =
  | { readonly type: "approve" }
  | { readonly type: "reject" }
  | {
      readonly type: "modify";
      readonly message: string;
      /** A rejection with a reason: the user sees the reason as an entry of its own. */
      readonly rejected?: boolean;
    }
  | { readonly type: "response"; readonly message: string };

/** A decision as the service maps it: a rejection with a reason asks for changes. */
export function resumeEvent(decision: HumanDecision): ResumeEvent {
  if (decision.type === "approve" || decision.type === "modify") return decision;
  if (decision.type === "reply") return { type: "response", message: decision.message };
  const { message = "" } = decision;
  // The service's clients send this word where the user gave no reason.
  return message === "" || message === "null"
    ? { type: "reject" }
    : { type: "modify", message, rejected: true };
}

/** Whether an event carries no text where it needs one; the service refuses it and goes on waiting. */
export function isEmptyEvent(event: ResumeEvent): boolean {
  return "message" in event && event.message === "";
}
