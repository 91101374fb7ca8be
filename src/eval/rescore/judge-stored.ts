import type { JudgeOptions, Jury, ShownTrial } from "../../judge/index.ts";
import type { CheckRecord } from "../../record/index.ts";
import { storedVerdict } from "../calibrate/stored-verdict.ts";
import { judgeTrial } from "../run/judge-trial.ts";
import { unjudged } from "../run/judged-records.ts";
import type { CheckPlan } from "./check-plan.ts";
import { shownOf } from "./shown-of.ts";
import type { StoredTrial } from "./stored-trial.ts";

/** Who judges stored trials, and how often the same. */
export interface RescoreJury {
  readonly jury: Jury;
  /** 1, unless verdicts on the same are to be compared. */
  readonly repeat: number;
  readonly options: Omit<JudgeOptions, "votes" | "trial">;
}

/** What judging a stored trial again came to. */
export interface JudgedAgain {
  /** All checks: judged anew, or as they were recorded. */
  readonly checks: readonly CheckRecord[];
  /** What a judge's provider said, where it failed and could have decided. */
  readonly infraError: string | undefined;
}

/**
 * Judges a stored trial. What no judge decides stays as it was recorded. Of several times the first
 * counts, as in a run; the others are kept beside it.
 *
 * @param trials how many trials its case has: a repeated one is told apart by a number beyond them
 * @throws as `askJury`.
 */
export async function judgeStored(
  stored: StoredTrial,
  { judged, moments, order }: CheckPlan,
  { jury, repeat, options, trials }: RescoreJury & { readonly trials: number },
): Promise<JudgedAgain> {
  const { record } = stored.finished;
  const shown = moments.map((turn) => shownOf(stored, turn));
  const checkpoints = shown.map((each) => ({ shown: each ?? nothing }));
  const asked = judged.filter(({ checkpoint }) => shown[checkpoint] !== undefined);
  const rounds: (readonly CheckRecord[])[] = [];
  let infraError: string | undefined;
  for (let round = 0; round < repeat; round += 1) {
    const trial = record.trial + round * trials;
    const found = await judgeTrial(asked, checkpoints, { ...jury, options: { ...options, trial } });
    if (round === 0) infraError = found.infraError;
    rounds.push([...found.records.values()]);
  }
  const anew = new Map(
    judged.map((check) => {
      const said = rounds.map((round) => round.find(({ id }) => id === check.id));
      const [first = unjudged(check, "the run did not come to where it would be judged")] = said;
      return [check.id, repeat === 1 ? first : { ...first, repeats: repeatsOf(said) }] as const;
    }),
  );
  return { checks: merged(record.checks, order, anew), infraError };
}

/** In the place of a moment to which the run did not come; nobody is asked about it. */
const nothing: ShownTrial = { question: [], answer: "", calls: [] };

/** A provider that failed has not changed its mind. */
function repeatsOf(said: readonly (CheckRecord | undefined)[]): CheckRecord["repeats"] & {} {
  return said.flatMap((record) =>
    record === undefined || storedVerdict(record) === "error" ? [] : [record.outcome],
  );
}

function merged(
  recorded: readonly CheckRecord[],
  order: readonly string[],
  anew: ReadonlyMap<string, CheckRecord>,
): readonly CheckRecord[] {
  const kept = new Map(recorded.filter(({ judged }) => !judged).map((each) => [each.id, each]));
  const inOrder = order.flatMap((id) => anew.get(id) ?? kept.get(id) ?? []);
  const shown = new Set(inOrder.map(({ id }) => id));
  return [...inOrder, ...[...kept.values()].filter(({ id }) => !shown.has(id))];
}
