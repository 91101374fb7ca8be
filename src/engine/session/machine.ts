import type { ContextInputs } from "../run-options.ts";
import type { FlowState } from "../state/flow-state.ts";
import type { ResumeEvent } from "./resume-event.ts";

/** What somebody has to say before the run goes on. */
export interface Pause {
  /** How the pause shows in the result: the flow asks the user, or for leave to call tools. */
  readonly waitsFor: "input" | "approval";
  /** A plain reply goes on with the conversation; a decision approves, rejects or asks for changes. */
  readonly asksFor: "reply" | "decision";
}

/** Something that runs until it has to wait: a flow's graph, or the chat agent. */
export interface Machine {
  readonly pause: Pause | undefined;
  readonly state: FlowState | undefined;
  /** The component that runs, for the failure that stops it. */
  readonly component: string;
  begin(): Promise<void>;
  /** Goes on after a pause, with the additional context of this request. */
  resume(event: ResumeEvent, inputs: ContextInputs | undefined): Promise<void>;
}
