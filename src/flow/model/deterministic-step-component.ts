import type { ComponentBase } from "./component-base.ts";

/** One tool call without a model; the inputs are its arguments. */
export interface DeterministicStepComponent extends ComponentBase {
  readonly type: "DeterministicStepComponent";
  readonly toolName: string;
  /** Whether the flow wrote a toolset itself, instead of having it made from the tool's name. */
  readonly ownToolset: boolean;
}
