import { mean } from "../mean.ts";
import { checkPassCount, type PassCount } from "../pass-count.ts";
import { trialVariance } from "./trial-variance.ts";

/** Where the variance of verdicts on one criterion comes from. */
export interface VerdictVariance {
  /** From answers that differ: of the trials of the case; undefined below two of them. */
  readonly answers: number | undefined;
  /** From the judge: of verdicts on the same transcript. */
  readonly judge: number;
  /**
   * The intraclass correlation, answers/(answers + judge): the share of the variance of a single verdict
   * that is not the judge's. Undefined below two transcripts, and where nothing varies.
   */
  readonly icc: number | undefined;
}

/**
 * Takes apart what verdicts on one criterion vary by: `transcripts` are the trials of a case, each judged
 * several times, `passed` of `total` verdicts saying that it is met. A one-way random effects model, whose
 * estimates are those of {@link trialVariance} with transcripts for cases and verdicts for trials; with as
 * many verdicts on each, the correlation is the classic ICC(1). P. E. Shrout and J. L. Fleiss, "Intraclass
 * Correlations", Psychological Bulletin 86 (1979), 420-428. Transcripts with fewer than two verdicts are
 * left out; undefined where none is left.
 */
export function verdictVariance(transcripts: readonly PassCount[]): VerdictVariance | undefined {
  for (const count of transcripts) checkPassCount(count);
  const repeated = transcripts.filter(({ total }) => total > 1);
  if (repeated.length === 0) return undefined;
  const both = trialVariance(repeated);
  const judge =
    both?.within ??
    mean(repeated.map(({ passed, total }) => (passed * (total - passed)) / (total * (total - 1))));
  const answers = both?.between;
  const all = (answers ?? 0) + judge;
  return { answers, judge, icc: answers === undefined || all === 0 ? undefined : answers / all };
}
