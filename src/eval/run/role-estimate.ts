import type { ModelClient, ModelRole, Usage } from "../../model/index.ts";
import type { CostRange } from "../history/estimate-case.ts";
import type { HistoryBook } from "../history/history-book.ts";
import type { EvalWorld } from "./eval-world.ts";

/** What one model is expected to be asked in one role. */
export interface RoleEstimate {
  /** What is known of earlier runs, or the script in place of the models. */
  readonly from: EstimateSource;
  readonly role: ModelRole;
  /** As the plan names it. */
  readonly model: string;
  readonly requests: number;
  readonly usage: Usage;
  /** US dollars; null where the price is not known. */
  readonly costUsd: number | null;
  /** Only from earlier runs: as if every trial were the cheapest, or the dearest, of its case. */
  readonly costRange?: CostRange | null;
}

export type EstimateSource = "history" | "script";

/** What an estimate needs: nothing that costs money, nothing that is written. */
export interface EstimateWorld extends Omit<EvalWorld, "emit" | "models"> {
  readonly createModel: (name: string) => Promise<ModelClient>;
  /** What earlier runs asked for; nothing is known where it is left out. */
  readonly history?: HistoryBook;
}
