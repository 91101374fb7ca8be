import type { RecordedAnswer } from "./recorded-answer.ts";

/** Says which answer is meant. */
export interface AnswerKey {
  readonly case: string;
  /** From 0; undefined for every trial. */
  readonly trial: number | undefined;
  /** From 1. */
  readonly turn: number;
}

/** Answers by case, trial and turn. */
export class RecordedAnswers {
  private readonly byKey = new Map<string, RecordedAnswer>();

  /** Whether it is the first for its key. */
  add(key: AnswerKey, answer: RecordedAnswer): boolean {
    const id = idOf(key);
    if (this.byKey.has(id)) return false;
    this.byKey.set(id, answer);
    return true;
  }

  /** That of the trial, or else that of every trial. */
  find(key: AnswerKey): RecordedAnswer | undefined {
    return this.byKey.get(idOf(key)) ?? this.byKey.get(idOf({ ...key, trial: undefined }));
  }

  all(): Iterable<RecordedAnswer> {
    return this.byKey.values();
  }
}

function idOf({ case: name, trial, turn }: AnswerKey): string {
  return JSON.stringify([name, trial ?? null, turn]);
}
