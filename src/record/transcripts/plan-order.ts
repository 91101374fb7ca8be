import type { PlannedCase } from "../events/index.ts";
import type { TrialKey } from "../trial-key.ts";

/** Where trials stand in the plan of their run. */
export class PlanOrder {
  readonly #cases: ReadonlyMap<string, { readonly at: number; readonly trials: number }>;

  constructor(plan: readonly PlannedCase[]) {
    this.#cases = new Map(plan.map((each, at) => [caseName(each), { at, trials: each.trials }]));
  }

  /** Whether it is planned: a run that goes on may want fewer trials than it had. */
  has(key: TrialKey): boolean {
    return key.trial < (this.#cases.get(caseName(key))?.trials ?? 0);
  }

  /** In suite, case, target, trial order; what is not planned comes last. */
  compare(a: TrialKey, b: TrialKey): number {
    return this.#at(a) - this.#at(b) || a.trial - b.trial;
  }

  #at(key: TrialKey): number {
    return this.#cases.get(caseName(key))?.at ?? this.#cases.size;
  }
}

function caseName({ suite, case: id, target }: Omit<TrialKey, "trial">): string {
  return JSON.stringify([suite, id, target]);
}
