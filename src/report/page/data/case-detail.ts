import {
  type CaseRecord,
  type TrialKey,
  type TrialRecord,
  type TrialTranscript,
  wholeTrial,
} from "../../../record/index.ts";
import { historyText } from "../../history-text.ts";
import { quarantineText } from "../../quarantine-text.ts";
import { checkDetail } from "./check-detail.ts";
import { cutText } from "./cut-text.ts";
import type { CaseDetail, TrialDetail } from "./page-data.ts";
import { shownName } from "./shown-record.ts";
import { trialFacts } from "./trial-facts.ts";

const maxCalls = 200;
const maxRequests = 200;

/** Where transcripts are looked up. */
export interface TranscriptShelf {
  find(key: TrialKey): TrialTranscript | undefined;
  /** Whether there is one, left out of the report for its size. */
  isOmitted(key: TrialKey): boolean;
}

/** All of a case, as it is shown when somebody opens it. */
export function caseDetail(
  record: CaseRecord,
  shelf: TranscriptShelf,
  { notRun, timed }: { readonly notRun: string | undefined; readonly timed: boolean },
): CaseDetail {
  const { quarantine, history, outcome, curtailed, trials, surplus = [] } = record;
  const historyLine = historyText(history);
  return {
    ...(quarantine !== undefined && { quarantine: quarantineText(quarantine) }),
    ...(historyLine !== undefined && { history: historyLine }),
    ...(outcome === undefined && { notRun: notRun ?? "not finished" }),
    ...(curtailed !== undefined && { curtailed }),
    trials: [
      ...trials.map((trial) => trialDetail(trial, record, { shelf, timed })),
      ...surplus.map((trial) => {
        const detail = trialDetail(trial, record, { shelf, timed });
        return { ...detail, surplus: true as const };
      }),
    ],
  };
}

interface Around {
  readonly shelf: TranscriptShelf;
  readonly timed: boolean;
}

function trialDetail(stored: TrialRecord, of: CaseRecord, { shelf, timed }: Around): TrialDetail {
  const record = wholeTrial(stored);
  const { trial, outcome, reason, hint, checks, route, apiRequests = [] } = record;
  const { suite, target } = of;
  const key = { suite, case: of.case, target, trial };
  return {
    trial,
    outcome,
    ...(reason !== undefined && outcome !== "pass" && { reason: cutText(reason) }),
    ...(hint !== undefined && { hint: cutText(hint) }),
    checks: checks.map(checkDetail),
    facts: trialFacts(record, timed),
    route: route.slice(0, maxCalls).map(shownName),
    ...said(record, key, shelf),
    ...(apiRequests.length > 0 && {
      requests: apiRequests.slice(0, maxRequests).map(({ method, path }) => {
        return shownName(`${method} ${path}`);
      }),
    }),
  };
}

type Said = "answer" | "steps" | "omittedSteps" | "earlier" | "noSteps" | "calls" | "moreCalls";

/** The transcript; without one, why, and what the record says of the calls. */
function said(
  { calls, answer }: TrialRecord,
  key: TrialKey,
  shelf: TranscriptShelf,
): Pick<TrialDetail, Said> {
  const transcript = shelf.find(key);
  // In old journals, and in what a target elsewhere does, there are no steps.
  if (transcript !== undefined && transcript.steps.length > 0) {
    const { steps, omittedSteps, earlier } = transcript;
    const isSaid = steps.some((step) => {
      return step.type === "answer" || (step.type === "reply" && step.answers !== undefined);
    });
    return {
      steps,
      ...(!isSaid && answer !== "" && { answer: cutText(answer) }),
      ...(omittedSteps !== undefined && { omittedSteps }),
      ...(earlier.length > 0 && { earlier }),
    };
  }
  return {
    ...(answer !== "" && { answer: cutText(answer) }),
    noSteps: shelf.isOmitted(key)
      ? "This transcript is left out, as the report would be too large with all of them. The journal of the run has it."
      : "No transcript of this trial is at hand; this is what its record says.",
    calls: calls.slice(0, maxCalls).map(({ tool, args, isError }) => {
      return { tool: shownName(tool), args: cutText(JSON.stringify(args)), isError };
    }),
    ...(calls.length > maxCalls && { moreCalls: calls.length - maxCalls }),
  };
}
