import type { NodePath } from "../../flow/index.ts";

/** The step of a version that a change asks for, from the least. */
export type Step = "patch" | "minor" | "major";

/** What is different in a flow, and what it means for whoever uses it. */
export interface FlowDifference {
  readonly step: Step;
  /** One line, lower case: `input "url" of merge_request is new and required`. */
  readonly message: string;
  /** Where it stands in the newer flow, or where what is gone would stand. */
  readonly at: NodePath;
}
