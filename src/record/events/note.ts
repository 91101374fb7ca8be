import type { TrialKey } from "../trial-key.ts";

/** Something the engine did on its own: a tool it dropped, a reply it threw away. */
export interface Note extends TrialKey {
  readonly type: "note";
  readonly component: string;
  readonly kind: string;
  readonly text: string;
}
