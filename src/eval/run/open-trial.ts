import type { RunResult } from "../../engine/index.ts";
import type { CheckRecord, Outcome, TrialRecord } from "../../record/index.ts";
import type { Finding } from "../check/check.ts";
import type { TrialView } from "../check/trial-view.ts";
import type { CaseCheck } from "../suite/suite.ts";
import type { Assessed } from "./assess-trial.ts";
import { decideOutcome, type Decision } from "./decide-outcome.ts";
import { decidedRecord } from "./decided-record.ts";
import type { Checkpoint } from "./play-case.ts";
import { type PlayedTrial, playTrial } from "./run-trial.ts";
import type { TrialWork } from "./trial-work.ts";

/** A trial that was played, takes checks one after the other, and is recorded in the end. */
export class OpenTrial {
  private readonly trial: PlayedTrial;
  private readonly found: CheckRecord[];
  private ending: Assessed["ending"];
  /** What a suite or a provider broke off says nothing about the agent. */
  private isBroken: boolean;
  private record: TrialRecord | undefined;

  constructor(trial: PlayedTrial) {
    const { assessed, attempt } = trial;
    this.trial = trial;
    this.found = [...assessed.checks];
    this.ending = assessed.ending ?? attempt.ending;
    this.isBroken = this.ending !== undefined && this.ending.outcome !== "agent_error";
  }

  /** What there is to look at; undefined where the trial was broken off. */
  get view(): TrialView | undefined {
    return this.last?.view;
  }

  /** How the flow ended; undefined where the trial was broken off. */
  get result(): RunResult | undefined {
    return this.trial.attempt.played?.result;
  }

  /** All checks so far, in the order in which they were asked. */
  get checks(): readonly CheckRecord[] {
    return this.found;
  }

  /** What it comes to by the checks so far. */
  decision(): Decision {
    return decideOutcome(this.ending, this.found);
  }

  get outcome(): Outcome {
    return this.decision().outcome;
  }

  /** Holds a check that needs no judge against it. Undefined where there is nothing to look at. */
  decide({ check, prepared }: CaseCheck): CheckRecord | undefined {
    const { view } = this;
    if (view === undefined || this.isBroken || prepared.type !== "decidable") return undefined;
    return this.add(decidedRecord({ id: this.nextId(check), check }, prepared.assess(view)));
  }

  /** Asks the judge. */
  async judge(check: CaseCheck): Promise<readonly CheckRecord[]> {
    const { played } = this.trial.attempt;
    const { last, ending } = this;
    if (played === undefined || last === undefined || this.isBroken) return [];
    const checkpoints = [{ ...last, checks: [check] }];
    const assessed = await this.trial.assess({
      played: { ...played, checkpoints },
      ...(ending !== undefined && { ending }),
    });
    this.ending ??= assessed.ending;
    if (assessed.ending !== undefined && assessed.checks.length === 0) this.breakOff();
    return assessed.checks.map((record) => {
      return this.add({ ...record, id: this.nextId(record.check) });
    });
  }

  /** Adds what somebody else has found out. */
  readonly addFinding = (check: string, finding: Finding): void => {
    if (!this.isBroken) this.add(decidedRecord({ id: this.nextId(check), check }, finding));
  };

  /** Ends it as the suite's fault, unless something else has ended it before. */
  spoil(reason: string): void {
    this.ending ??= { outcome: "suite_error", reason };
    this.breakOff();
  }

  /** Emits its last event, once; nothing is added to it afterwards. */
  finish(): TrialRecord {
    const { found: checks, ending } = this;
    this.record ??= this.trial.finish({ checks, ...(ending !== undefined && { ending }) });
    return this.record;
  }

  private get last(): Checkpoint | undefined {
    return this.trial.attempt.played?.checkpoints.at(-1);
  }

  /** Whatever was found before means nothing any more. */
  private breakOff(): void {
    this.isBroken = true;
    this.found.length = 0;
  }

  private nextId(check: string): string {
    return `${check}#${this.found.filter((record) => record.check === check).length + 1}`;
  }

  private add(record: CheckRecord): CheckRecord {
    if (this.record !== undefined) throw new TypeError("the trial is recorded already");
    this.found.push(record);
    return record;
  }
}

/** Plays one trial and leaves it open. */
export async function openTrial(work: TrialWork): Promise<OpenTrial> {
  return new OpenTrial(await playTrial(work));
}
