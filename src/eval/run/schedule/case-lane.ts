import { isDecidedAgainst, isSettledBy, type Outcome } from "../../../record/index.ts";
import type { CasePlan } from "../run-plan.ts";

/** A finished trial, as far as it decides which others are run. */
export interface TrialResult {
  /** From 0. */
  readonly trial: number;
  readonly outcome: Outcome;
}

/** The trials of one case: which are done, and which comes next. */
export class CaseLane {
  readonly work: CasePlan;
  private readonly curtails: boolean;
  private readonly outcomes = new Map<number, Outcome>();
  private nextNumber = 0;
  private lost = 0;
  /** Of the trials from the first one on, up to the first that is missing. */
  private front = { length: 0, passed: 0, lost: 0 };

  /** @param curtails whether trials are left out that can change nothing. */
  constructor(work: CasePlan, curtails: boolean, finished: readonly TrialResult[] = []) {
    this.work = work;
    this.curtails = curtails;
    for (const result of finished) this.finish(result);
  }

  /** Number of the trial to start next; undefined where none is left, or needed. */
  get next(): number | undefined {
    const isOver = this.isSettled || this.nextNumber >= this.work.planned.trials;
    return isOver ? undefined : this.nextNumber;
  }

  /** Whether the next trial is needed whatever those under way come to. */
  get isNextCertain(): boolean {
    if (!this.curtails) return true;
    const { trials, require } = this.work.planned;
    const { length, passed, lost } = this.front;
    return this.nextNumber < length + Math.min(require - passed, trials - require + 1 - lost);
  }

  /** Whether a trial is missing that could change what the case comes to. */
  get isOpen(): boolean {
    return !this.isSettled && this.outcomes.size < this.work.planned.trials;
  }

  /** Whether the agent has lost the case, whatever else comes. */
  get isLost(): boolean {
    const { trials, require } = this.work.planned;
    return trials - this.lost < require;
  }

  take(): number {
    const number = this.nextNumber;
    this.nextNumber += 1;
    this.skipFinished();
    return number;
  }

  finish({ trial, outcome }: TrialResult): void {
    this.outcomes.set(trial, outcome);
    if (isDecidedAgainst(outcome)) this.lost += 1;
    this.skipFinished();
    while (!this.isSettled) {
      const next = this.outcomes.get(this.front.length);
      if (next === undefined) return;
      const { length, passed, lost } = this.front;
      this.front = {
        length: length + 1,
        passed: passed + (next === "pass" ? 1 : 0),
        lost: lost + (isDecidedAgainst(next) ? 1 : 0),
      };
    }
  }

  private get isSettled(): boolean {
    return this.curtails && isSettledBy(this.front, this.work.planned);
  }

  private skipFinished(): void {
    while (this.outcomes.has(this.nextNumber)) this.nextNumber += 1;
  }
}
