import { groupBy } from "../../../core/group-by.ts";
import type { CasePlan, RunPlan } from "../run-plan.ts";
import { CaseLane, type TrialResult } from "./case-lane.ts";
import { resultsOf } from "./results-of.ts";
import { TrialOrder } from "./trial-order.ts";

/** A trial whose turn it is. */
export interface NextTrial {
  readonly work: CasePlan;
  /** From 0. */
  readonly number: number;
  /** To be called with what came of it. */
  readonly finish: (outcome: TrialResult["outcome"]) => void;
}

/**
 * The trials of a run in their order: case after case, the targets of a case side by side. A trial that may
 * turn out not to be needed is started only where a worker would have nothing to do otherwise.
 */
export class TrialQueue {
  private readonly groups: readonly (readonly CaseLane[])[];
  /** The groups before it have nothing left to start. */
  private first = 0;
  private lostCase = false;
  private readonly order: TrialOrder;

  constructor({
    cases,
    curtail,
    finished,
    seed = 0,
  }: Pick<RunPlan, "cases" | "curtail" | "finished"> & { readonly seed?: number }) {
    this.order = new TrialOrder(seed);
    const curtails = curtail !== undefined;
    const lanes = cases.map((work) => new CaseLane(work, curtails, resultsOf(work, finished)));
    for (const lane of lanes) this.look(lane);
    const byCase = groupBy(lanes, ({ work: { planned } }) =>
      JSON.stringify([planned.suite, planned.case]),
    );
    this.groups = [...byCase.values()];
  }

  /** Starts a trial; undefined where there is none to start any more. */
  take(): NextTrial | undefined {
    let spare: CaseLane | undefined;
    for (let index = this.first; index < this.groups.length; index += 1) {
      const ready = this.order.inTurn(this.groups[index] ?? []);
      if (ready.length === 0 && index === this.first) this.first += 1;
      const certain = ready.find((lane) => lane.isNextCertain);
      if (certain !== undefined) return this.started(certain);
      spare ??= ready[0];
    }
    return spare === undefined ? undefined : this.started(spare);
  }

  /** Whether a trial is missing that could change what its case comes to. */
  get isOpen(): boolean {
    return this.groups.some((group) => group.some((lane) => lane.isOpen));
  }

  /** Whether the agent has lost a case by which the gate has failed, whatever the others come to. */
  get hasLostCase(): boolean {
    return this.lostCase;
  }

  private started(lane: CaseLane): NextTrial {
    const number = lane.take();
    return {
      work: lane.work,
      number,
      finish: (outcome) => {
        lane.finish({ trial: number, outcome });
        this.look(lane);
      },
    };
  }

  private look({ work, isLost }: CaseLane): void {
    if (isLost && work.failsGate) this.lostCase = true;
  }
}
