import type { Slice } from "../platform/index.ts";
import type { CheckRecord, TrialRecord } from "./trial-record.ts";

/** Where whole records are kept. */
export interface TrialShelf {
  /** The record at a place, the same each time. */
  read(slice: Slice): TrialRecord;
}

/**
 * A finished trial of which only the numbers are held, as a run may have very many: everything else is read
 * where it is kept, whenever somebody asks for it. A copy of its properties would not have that:
 * {@link wholeTrial} gives all.
 */
export class StoredTrial implements TrialRecord {
  readonly trial: TrialRecord["trial"];
  readonly outcome: TrialRecord["outcome"];
  readonly turns: TrialRecord["turns"];
  readonly replies: TrialRecord["replies"];
  readonly activeMs: TrialRecord["activeMs"];
  readonly waitMs: TrialRecord["waitMs"];
  readonly firstTokenMs: TrialRecord["firstTokenMs"];
  readonly usage: TrialRecord["usage"];
  readonly judgeUsage: TrialRecord["judgeUsage"];
  readonly servedModels?: TrialRecord["servedModels"];
  readonly costUsd: TrialRecord["costUsd"];
  readonly agentCostUsd?: TrialRecord["agentCostUsd"];
  readonly atLeastUsd?: TrialRecord["atLeastUsd"];
  readonly unpriced?: TrialRecord["unpriced"];
  readonly cached?: TrialRecord["cached"];
  /** Whether a check of it can be held against itself or another judge's: nearly always not. */
  readonly isCompared: boolean;
  // No function and no object of its own for each of very many.
  readonly #shelf: TrialShelf;
  readonly #start: number;
  readonly #length: number;

  constructor(record: TrialRecord, shelf: TrialShelf, { start, length }: Slice) {
    this.trial = record.trial;
    this.outcome = record.outcome;
    this.turns = record.turns;
    this.replies = record.replies;
    this.activeMs = record.activeMs;
    this.waitMs = record.waitMs;
    this.firstTokenMs = record.firstTokenMs;
    this.usage = record.usage;
    this.judgeUsage = record.judgeUsage;
    this.servedModels = record.servedModels;
    this.costUsd = record.costUsd;
    this.agentCostUsd = record.agentCostUsd;
    this.atLeastUsd = record.atLeastUsd;
    this.unpriced = record.unpriced;
    this.cached = record.cached;
    this.isCompared = record.checks.some(isCompared);
    this.#shelf = shelf;
    this.#start = start;
    this.#length = length;
  }

  get whole(): TrialRecord {
    return this.#shelf.read({ start: this.#start, length: this.#length });
  }

  get reason(): TrialRecord["reason"] {
    return this.outcome === "pass" ? undefined : this.whole.reason;
  }

  get hint(): TrialRecord["hint"] {
    return this.whole.hint;
  }

  get checks(): TrialRecord["checks"] {
    return this.whole.checks;
  }

  get calls(): TrialRecord["calls"] {
    return this.whole.calls;
  }

  get apiRequests(): TrialRecord["apiRequests"] {
    return this.whole.apiRequests;
  }

  get status(): TrialRecord["status"] {
    return this.whole.status;
  }

  get route(): TrialRecord["route"] {
    return this.whole.route;
  }

  get answer(): TrialRecord["answer"] {
    return this.whole.answer;
  }

  get unknown(): TrialRecord["unknown"] {
    return this.whole.unknown;
  }
}

/** All of a trial, to be copied or written. */
export function wholeTrial(trial: TrialRecord): TrialRecord {
  return trial instanceof StoredTrial ? trial.whole : trial;
}

/** The checks of a trial that were judged more than once, or by more than one model. */
export function comparedChecks(trial: TrialRecord): readonly CheckRecord[] {
  if (trial instanceof StoredTrial && !trial.isCompared) return [];
  return trial.checks.filter(isCompared);
}

function isCompared({ repeats, judgment }: CheckRecord): boolean {
  return repeats !== undefined || (judgment?.judges.length ?? 0) > 1;
}
