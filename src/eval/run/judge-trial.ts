import { groupBy } from "../../core/group-by.ts";
import type { Judgment, JudgeOptions } from "../../judge/index.ts";
import { judgeAnswer } from "../../judge/index.ts";
import type { ModelClient } from "../../model/index.ts";
import type { CheckRecord } from "../../record/index.ts";
import { judgedRecords } from "./judged-records.ts";
import type { NumberedCheck } from "./number-checks.ts";
import type { Checkpoint } from "./play-case.ts";

export interface JudgedTrial {
  /** By id of the check. */
  readonly records: ReadonlyMap<string, CheckRecord>;
  /** What the judge's provider said, where it failed. */
  readonly infraError: string | undefined;
}

interface Jury {
  readonly client: ModelClient;
  readonly options: JudgeOptions;
  readonly onJudgment: (judgment: Judgment) => void;
}

/** Asks the judge about everything that a trial leaves to it: one request for each checkpoint. */
export async function judgeTrial(
  numbered: readonly NumberedCheck[],
  checkpoints: readonly Checkpoint[],
  { client, options, onJudgment }: Jury,
): Promise<JudgedTrial> {
  const records = new Map<string, CheckRecord>();
  let infraError: string | undefined;
  const judged = numbered.filter((check) => check.type === "judged");
  for (const [index, checks] of groupBy(judged, ({ checkpoint }) => checkpoint)) {
    const shown = checkpoints[index]?.shown;
    if (shown === undefined) continue;
    const criteria = checks.map(({ criterion }) => criterion);
    const judgment = await judgeAnswer({ ...shown, criteria }, client, options);
    onJudgment(judgment);
    if (judgment.type === "error" && judgment.cause === "infra") infraError ??= judgment.message;
    for (const record of judgedRecords(checks, judgment)) records.set(record.id, record);
  }
  return { records, infraError };
}
