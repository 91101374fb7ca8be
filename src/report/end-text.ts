import type { LimitHit, RunRecord } from "../record/index.ts";
import { cost, count, percent } from "./words.ts";

/** Which limit stopped a run, in words. */
export function limitText(limit: LimitHit): string {
  return texts[limit.name](limit);
}

const texts: Readonly<Record<LimitHit["name"], (limit: LimitHit) => string>> = {
  cost: ({ max, used }) =>
    `cost limit of ${cost(max)}: ${cost(used)} spent, and another trial could cost more than the rest`,
  time: ({ max }) => `time limit of ${max / 1000} s`,
  // A share of the planned trials is seldom a whole number of them.
  errors: ({ max, used }) =>
    `error limit: ${count(used, "trial")} ended in infra_error or judge_error, and ${Math.floor(max)} may`,
};

/** Why trials are missing; undefined where the run came to its end. */
export function missingReason({ started, end, limit, gateFailed }: RunRecord): string | undefined {
  if (limit !== undefined) return limitText(limit);
  if (gateFailed === true) return "the gate had failed for certain";
  if (end !== "done") return end;
  return started.rescoredFrom === undefined
    ? undefined
    : "trials are missing that the run, which is judged again, had left out";
}

/** How many cases are missing and why, for the end of a report. */
export function missingNote(record: RunRecord): string[] {
  const { cases } = record;
  const reason = missingReason(record);
  const missing = cases.filter(({ outcome }) => outcome === undefined);
  if (reason === undefined || missing.length === 0) return [];
  const begun = missing.filter(({ trials }) => trials.length > 0).length;
  const some = begun === 0 ? "" : `, ${begun} of them begun`;
  const share = percent(missing.length / cases.length);
  return [`${count(missing.length, "case")} (${share}) not run to the end${some}: ${reason}`];
}
