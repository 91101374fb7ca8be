import { groupBy } from "../core/group-by.ts";
import { type CheckRecord, comparedChecks, type RunRecord } from "../record/index.ts";
import { mean } from "./statistics/mean.ts";
import type { PassCount } from "./statistics/pass-count.ts";
import { verdictVariance } from "./statistics/trials/verdict-variance.ts";

/** How steady a judge is on one criterion of one case. */
export interface CriterionVariance {
  readonly suite: string;
  readonly case: string;
  readonly target: string;
  readonly check: string;
  readonly criterion: string;
  /** Trials whose transcript was judged more than once. */
  readonly transcripts: number;
  /** Of them, those on which the judge did not say the same each time. */
  readonly flipped: number;
  readonly flipRate: number;
  /** All verdicts, and those without a decision. */
  readonly verdicts: number;
  readonly undecided: number;
  /** Null below two transcripts. */
  readonly answerVariance: number | null;
  /** Null where fewer than two verdicts on any transcript decide. */
  readonly judgeVariance: number | null;
  /** The share of the variance that is not the judge's; null where nothing varies or it is not known. */
  readonly icc: number | null;
}

/** What verdicts vary by, found by judging the same transcripts several times. */
export interface JudgeVariance {
  /** How often a transcript was judged, at most. */
  readonly repeats: number;
  readonly transcripts: number;
  readonly flipped: number;
  readonly flipRate: number;
  /** Means over the criteria for which both are known; null where there is none. */
  readonly answerVariance: number | null;
  readonly judgeVariance: number | null;
  readonly icc: number | null;
  /** A criterion that flips on more than this share of its transcripts is named as unreliable. */
  readonly flipThreshold: number;
  /** In suite, case, target order. */
  readonly criteria: readonly CriterionVariance[];
}

const flipThreshold = 0.1;

/** Takes apart what the verdicts of a run vary by; undefined where none was repeated. */
export function judgeVariance({ cases }: Pick<RunRecord, "cases">): JudgeVariance | undefined {
  const criteria = cases.flatMap(({ suite, case: id, target, trials }) => {
    const repeated = trials.flatMap((trial) =>
      comparedChecks(trial).flatMap((check) =>
        check.repeats === undefined ? [] : [{ check, of: check.repeats }],
      ),
    );
    return [...groupBy(repeated, ({ check }) => check.id).values()].map((transcripts) => {
      const [first] = transcripts;
      const { check, criterion } = named(first?.check);
      return {
        suite,
        case: id,
        target,
        check,
        criterion,
        ...measures(transcripts.map(({ of }) => of)),
      };
    });
  });
  if (criteria.length === 0) return undefined;
  const total = (key: "transcripts" | "flipped"): number =>
    criteria.reduce((sum, each) => sum + each[key], 0);
  const known = criteria.filter(({ answerVariance }) => answerVariance !== null);
  const answers = known.length === 0 ? null : mean(known.map((each) => each.answerVariance ?? 0));
  const judge = known.length === 0 ? null : mean(known.map((each) => each.judgeVariance ?? 0));
  const all = (answers ?? 0) + (judge ?? 0);
  return {
    repeats: cases.reduce((most, each) => Math.max(most, repeatsOf(each)), 0),
    transcripts: total("transcripts"),
    flipped: total("flipped"),
    flipRate: total("flipped") / total("transcripts"),
    answerVariance: answers,
    judgeVariance: judge,
    icc: answers === null || all === 0 ? null : answers / all,
    flipThreshold,
    criteria,
  };
}

/** The criteria of which a verdict says little, those that flip most often first. */
export function flippingCriteria({
  criteria,
}: Pick<JudgeVariance, "criteria">): readonly CriterionVariance[] {
  return criteria
    .filter(({ flipRate }) => flipRate > flipThreshold)
    .toSorted((a, b) => b.flipRate - a.flipRate);
}

type Repeats = NonNullable<CheckRecord["repeats"]>;

function measures(
  transcripts: readonly Repeats[],
): Omit<CriterionVariance, "suite" | "case" | "target" | "check" | "criterion"> {
  const flipped = transcripts.filter((verdicts) => new Set(verdicts).size > 1).length;
  const variance = verdictVariance(transcripts.map(decided));
  const verdicts = transcripts.flat();
  return {
    transcripts: transcripts.length,
    flipped,
    flipRate: flipped / transcripts.length,
    verdicts: verdicts.length,
    undecided: verdicts.filter((verdict) => verdict === "undecided").length,
    answerVariance: variance?.answers ?? null,
    judgeVariance: variance?.judge ?? null,
    icc: variance?.icc ?? null,
  };
}

function decided(verdicts: Repeats): PassCount {
  const met = verdicts.filter((verdict) => verdict === "pass").length;
  return { passed: met, total: met + verdicts.filter((verdict) => verdict === "fail").length };
}

function named(check: CheckRecord | undefined): { check: string; criterion: string } {
  return { check: check?.id ?? "", criterion: check?.judgment?.criterion ?? check?.message ?? "" };
}

function repeatsOf({ trials }: RunRecord["cases"][number]): number {
  const counts = trials.flatMap((trial) =>
    comparedChecks(trial).map(({ repeats }) => repeats?.length ?? 0),
  );
  return counts.reduce((most, each) => Math.max(most, each), 0);
}
