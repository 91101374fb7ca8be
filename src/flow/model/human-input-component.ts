import type { ComponentBase } from "./component-base.ts";

/** A stop at which the user approves, rejects, modifies or answers. */
export interface HumanInputComponent extends ComponentBase {
  readonly type: "HumanInputComponent";
  /** The agent whose history receives the answer; not checked by the service. */
  readonly sendsResponseTo: string;
  readonly messageTemplate: string;
  readonly interactionType: "approval" | "input";
}
