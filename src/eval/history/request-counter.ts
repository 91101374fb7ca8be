import type { ModelRole } from "../../model/index.ts";
import type { RunEvent, TrialKey } from "../../record/index.ts";

/** How often each role's model was asked in one trial. */
export type TrialRequests = Readonly<Record<ModelRole, number>>;

/** Counts the requests of every trial while a run goes on: a trial's record does not say those of its judge. */
export class RequestCounter {
  /** By case and trial; a run may have very many trials. */
  private readonly counts = new Map<string, Map<number, TrialRequests>>();
  /** Most trials ask as often as others: they share it. By how often the agent and the judge were asked. */
  private readonly shared = new Map<string, TrialRequests>();

  add(event: RunEvent): void {
    if (event.type !== "model_called") return;
    const key = keyOf(event);
    const trials = this.counts.get(key) ?? new Map<number, TrialRequests>();
    const known = trials.get(event.trial) ?? { agent: 0, judge: 0 };
    this.counts.set(key, trials);
    trials.set(event.trial, this.sharedOf({ ...known, [event.role]: known[event.role] + 1 }));
  }

  /** Undefined for a trial that was not seen, as those that a run takes over. */
  of(trial: TrialKey): TrialRequests | undefined {
    return this.counts.get(keyOf(trial))?.get(trial.trial);
  }

  private sharedOf(requests: TrialRequests): TrialRequests {
    const key = `${requests.agent} ${requests.judge}`;
    const known = this.shared.get(key) ?? requests;
    this.shared.set(key, known);
    return known;
  }
}

function keyOf({ suite, case: name, target }: Omit<TrialKey, "trial">): string {
  return JSON.stringify([suite, name, target]);
}
