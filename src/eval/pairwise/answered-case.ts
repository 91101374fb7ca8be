import type { CaseRecord, TrialKey, TrialRecord } from "../../record/index.ts";
import type { StoredTrial } from "../rescore/stored-trial.ts";

/** What of a run is read here. */
export interface AnsweredRun {
  readonly record: { readonly cases: readonly CaseRecord[] };
  trial(key: TrialKey): Pick<StoredTrial, "finished" | "exchanges" | "earlier"> | undefined;
}

/** What a system said to a case, by the trial that stands for it. */
export interface AnsweredCase {
  readonly trial: number;
  /** The user's messages; undefined where the trial broke off and nobody knows. */
  readonly question: readonly string[] | undefined;
  /** One to each message, as far as it came. */
  readonly answers: readonly string[];
  /** Criteria that a judge was asked about, each once. */
  readonly criteria: readonly string[];
}

/**
 * The first trial of a case that was the agent's to end: one answer stands for a case, since cases are what is
 * compared. Undefined where suite or infrastructure failed in all of them.
 */
export function answeredCase(run: AnsweredRun, of: CaseRecord): AnsweredCase | undefined {
  const trial = of.trials.find(isAgents);
  if (trial === undefined) return undefined;
  const key = { suite: of.suite, case: of.case, target: of.target, trial: trial.trial };
  const stored = run.trial(key);
  if (stored === undefined) return undefined;
  const { record } = stored.finished;
  const asked = record.checks.flatMap(({ judgment }) =>
    judgment === undefined || judgment.rubric !== undefined ? [] : [judgment.criterion],
  );
  return { trial: record.trial, ...saidIn(stored), criteria: [...new Set(asked)] };
}

function isAgents({ outcome }: TrialRecord): boolean {
  return outcome !== "infra_error" && outcome !== "suite_error";
}

function saidIn({
  exchanges,
  earlier,
  finished,
}: Pick<StoredTrial, "finished" | "exchanges" | "earlier">): Pick<
  AnsweredCase,
  "question" | "answers"
> {
  const { answer } = finished.record;
  const [first, ...others] = exchanges ?? [];
  if (first === undefined) return { question: undefined, answers: answer === "" ? [] : [answer] };
  return {
    question: [[...earlier, first.user].join("\n\n"), ...others.map(({ user }) => user)],
    answers: [first, ...others].map((exchange) => exchange.answer),
  };
}
