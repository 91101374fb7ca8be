import { countTrials } from "./counted-trials.ts";
import type { Curtailment } from "./events/index.ts";
import type { CaseRecord } from "./run-record.ts";
import { type CaseTerms, settleCase } from "./settle-case.ts";
import type { TrialRecord } from "./trial-record.ts";

/** What the finished trials of a case come to, and which of them count. */
export function settledRecord(
  finished: readonly TrialRecord[],
  terms: CaseTerms,
  curtail: Curtailment | undefined,
): Pick<CaseRecord, "outcome" | "trials" | "curtailed" | "surplus"> {
  const sorted = finished.toSorted((a, b) => a.trial - b.trial);
  if (curtail === undefined) return { outcome: settleCase(sorted, terms), trials: sorted };
  const { counted, surplus } = countTrials(sorted, terms);
  const outcome = settleCase(counted, terms);
  const curtailed = outcome === undefined ? 0 : terms.trials - counted.length;
  return {
    outcome,
    trials: counted,
    ...(curtailed > 0 && { curtailed }),
    ...(surplus.length > 0 && { surplus }),
  };
}
