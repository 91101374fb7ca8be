import { sha256Hex } from "../../platform/index.ts";
import type { CheckRecord } from "../../record/index.ts";
import type { Attempt } from "./attempt-play.ts";
import { decidedRecord } from "./decided-record.ts";
import { judgeTrial } from "./judge-trial.ts";
import { unjudged } from "./judged-records.ts";
import { type NumberedCheck, numberChecks } from "./number-checks.ts";
import type { Played } from "./play-case.ts";
import { type Ending, endingOfError } from "./trial-ending.ts";
import type { TrialRecorder } from "./trial-recorder.ts";
import type { TrialWork } from "./trial-work.ts";

/** What checks say of a trial. */
export interface Assessed {
  readonly checks: readonly CheckRecord[];
  readonly ending?: Ending;
}

/** Holds the checks against a trial; the judge is paid only where its verdict can matter. */
export async function assessTrial(
  { plan, trial, clients, signal }: TrialWork,
  { played, ending }: Attempt,
  recorder: TrialRecorder,
): Promise<Assessed> {
  // What a suite or a provider broke off says nothing about the agent, not even what it left out.
  if (played === undefined || (ending !== undefined && ending.outcome !== "agent_error")) {
    return { checks: [] };
  }
  const { checkpoints } = played;
  const numbered = numberChecks(checkpoints);
  if (ending !== undefined) {
    return { checks: checkRecords(numbered, played, (check) => unjudged(check, ending.reason)) };
  }
  const options = { trial, hash: sha256Hex, signal, onModelCalled: recorder.onJudgeCall };
  try {
    const { records, infraError } = await judgeTrial(numbered, checkpoints, {
      judges: clients.judges,
      ...plan.judging,
      options,
    });
    const checks = checkRecords(
      numbered,
      played,
      (check) => records.get(check.id) ?? unjudged(check, "the judge was not asked"),
    );
    if (infraError === undefined) return { checks };
    return { checks, ending: { outcome: "infra_error", reason: infraError } };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = endingOfError(error);
    if (failure === undefined) throw error;
    return { checks: [], ending: failure };
  }
}

function checkRecords(
  numbered: readonly NumberedCheck[],
  { checkpoints }: Played,
  judged: (check: Extract<NumberedCheck, { type: "judged" }>) => CheckRecord,
): readonly CheckRecord[] {
  return numbered.flatMap((entry): readonly CheckRecord[] => {
    if (entry.type === "judged") return [judged(entry)];
    const view = checkpoints[entry.checkpoint]?.view;
    if (view === undefined) return [];
    const { id, check, prepared } = entry;
    return [decidedRecord({ id, check }, prepared.assess(view))];
  });
}
