import type { LimitHit, TrialRecord } from "../../../record/index.ts";
import type { RunLimits } from "./run-limits.ts";

/** What a finished trial took of the budget. */
export type Spending = Pick<TrialRecord, "outcome" | "costUsd" | "cached">;

interface BudgetWorld {
  /** Milliseconds since the run began. */
  readonly elapsedMs: () => number;
  /** Trials of the plan. */
  readonly planned: number;
}

/**
 * Decides whether another trial may start. For each trial under way as much is put aside as the dearest one
 * so far has cost; the first runs alone, so that there is one. A run can therefore cost more than its limit
 * only by what trials under way cost more than the dearest before them.
 */
export class RunBudget {
  private readonly limits: RunLimits;
  private readonly world: BudgetWorld;
  private underWay = 0;
  private spentUsd = 0;
  private dearestUsd: number | undefined;
  private errors = 0;
  private reached: LimitHit["name"] | undefined;
  private waiting: (() => void)[] = [];

  constructor(limits: RunLimits, world: BudgetWorld) {
    this.limits = limits;
    this.world = world;
  }

  /** Waits where that depends on the trials under way. After `true`, {@link leave} is to be called. */
  async enter(): Promise<boolean> {
    for (;;) {
      this.reached ??= this.findReached();
      if (this.reached !== undefined) return false;
      if (this.hasRoom()) {
        this.underWay += 1;
        return true;
      }
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
  }

  /** A trial is over, or was not there to be started. */
  leave(spending?: Spending): void {
    this.underWay -= 1;
    if (spending !== undefined) this.add(spending);
    this.wake();
  }

  /** The time is over: whoever waits need not wait any longer. */
  wake(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** The limit that nothing more was started for. */
  get hit(): LimitHit | undefined {
    const { maxCostUsd = 0, maxMs = 0 } = this.limits;
    const amounts: Readonly<Record<LimitHit["name"], Omit<LimitHit, "name">>> = {
      cost: { max: maxCostUsd, used: this.spentUsd },
      time: { max: maxMs, used: this.world.elapsedMs() },
      errors: { max: this.maxErrors, used: this.errors },
    };
    const name = this.reached ?? (this.isTimeUp ? "time" : undefined);
    return name === undefined ? undefined : { name, ...amounts[name] };
  }

  private add({ outcome, costUsd, cached }: Spending): void {
    if (outcome === "infra_error" || outcome === "judge_error") this.errors += 1;
    this.spentUsd += costUsd ?? 0;
    // The next one may not be in the cache.
    const full = (costUsd ?? 0) + (cached?.savedUsd ?? 0);
    // Nobody answered, which says nothing of what an answer costs.
    if (full === 0 && outcome === "infra_error") return;
    this.dearestUsd = Math.max(full, this.dearestUsd ?? 0);
  }

  private findReached(): LimitHit["name"] | undefined {
    const { maxCostUsd } = this.limits;
    if (this.isTimeUp) return "time";
    if (this.errors > this.maxErrors) return "errors";
    if (maxCostUsd === undefined || this.underWay > 0) return undefined;
    return exact(this.spentUsd + (this.dearestUsd ?? 0)) > maxCostUsd ? "cost" : undefined;
  }

  private hasRoom(): boolean {
    const { maxCostUsd } = this.limits;
    if (maxCostUsd === undefined || this.underWay === 0) return true;
    if (this.dearestUsd === undefined) return false;
    return exact(this.spentUsd + (this.underWay + 1) * this.dearestUsd) <= maxCostUsd;
  }

  private get isTimeUp(): boolean {
    const { maxMs } = this.limits;
    return maxMs !== undefined && this.world.elapsedMs() >= maxMs;
  }

  private get maxErrors(): number {
    const { maxErrors } = this.limits;
    if (maxErrors === undefined) return Number.POSITIVE_INFINITY;
    return "share" in maxErrors ? exact(maxErrors.share * this.world.planned) : maxErrors.trials;
  }
}

/** Three times ten cents is thirty cents, not a hair's breadth more. */
function exact(amount: number): number {
  return Number(amount.toFixed(9));
}
