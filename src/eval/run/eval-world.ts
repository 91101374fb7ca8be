import type { Clock } from "../../core/clock.ts";
import type { Tapes } from "../../model/index.ts";
import type { RunEvent } from "../../record/index.ts";
import type { TargetNetwork } from "../target/target-player.ts";
import type { ModelClients } from "./open-models.ts";
import type { Prices } from "./prices.ts";

/** Everything outside that a run touches. */
export interface EvalWorld {
  readonly clock: Clock;
  /** Every model of the plan, opened by `openModels`. */
  readonly models: ModelClients;
  /** Takes each event as it happens: the journal, and whatever shows the run while it goes on. */
  readonly emit: (event: RunEvent) => void;
  readonly prices: Prices;
  /** Undefined where no target reaches beyond this machine but by its model. */
  readonly network?: TargetNetwork | undefined;
  /** Where what models say is kept, or comes from; undefined where it is neither. */
  readonly tapes?: Tapes | undefined;
  /**
   * What sessions take for now, standing still, in milliseconds since the epoch: prompts hold the time, and
   * replies are only known to the same prompts. Undefined where time goes on.
   */
  readonly standingAt?: number | undefined;
  /** Starts nothing new from then on; what runs comes to its end. */
  readonly stopping?: AbortSignal | undefined;
  /** Stops the run; what is finished is kept. */
  readonly signal?: AbortSignal | undefined;
}
