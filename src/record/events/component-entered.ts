import type { TrialKey } from "../trial-key.ts";

export interface ComponentEntered extends TrialKey {
  readonly type: "component_entered";
  readonly component: string;
}
