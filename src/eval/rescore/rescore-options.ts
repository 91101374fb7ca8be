import type { ModelSources } from "../run/model-choice.ts";
import type { Suite } from "../suite/suite.ts";

/** What decides how a run is judged again. */
export interface RescoreOptions {
  /** Suites as they are now; of a run's suite that is not among them the recorded criteria are used. */
  readonly suites: readonly Suite[];
  /** Whether the recorded criteria are used in any case. */
  readonly recorded: boolean;
  readonly models: ModelSources;
}
