import { groupBy } from "../../core/group-by.ts";
import { askJury, type JudgeOptions, type Jury } from "../../judge/index.ts";
import type { CheckRecord } from "../../record/index.ts";
import { judgedRecord } from "./judged-records.ts";
import type { NumberedCheck } from "./number-checks.ts";
import type { Checkpoint } from "./play-case.ts";

export interface JudgedTrial {
  /** By id of the check. */
  readonly records: ReadonlyMap<string, CheckRecord>;
  /** What a judge's provider said, where it failed and could have decided. */
  readonly infraError: string | undefined;
}

/** Asks the jury about everything that a trial leaves to it, one checkpoint after the other. */
export async function judgeTrial(
  numbered: readonly NumberedCheck[],
  checkpoints: readonly Pick<Checkpoint, "shown">[],
  { options, ...jury }: Jury & { readonly options: Omit<JudgeOptions, "votes"> },
): Promise<JudgedTrial> {
  const records = new Map<string, CheckRecord>();
  let infraError: string | undefined;
  const judged = numbered.filter((check) => check.type === "judged");
  for (const [index, checks] of groupBy(judged, ({ checkpoint }) => checkpoint)) {
    const shown = checkpoints[index]?.shown;
    if (shown === undefined) continue;
    const statements = checks.filter(({ aim }) => aim === undefined);
    const graded = checks.flatMap((check) => (check.aim === undefined ? [] : [check.aim.rubric]));
    const criteria = statements.map(({ criterion }) => criterion);
    const judgment = await askJury({ ...shown, criteria, rubrics: graded }, jury, options);
    const queues = { criteria: [...judgment.criteria], rubrics: [...judgment.rubrics] };
    for (const check of checks) {
      const queue = check.aim === undefined ? queues.criteria : queues.rubrics;
      const item = queue.shift();
      if (item === undefined) throw new TypeError(`nothing was judged for ${check.id}`);
      if (item.failure?.cause === "infra") infraError ??= item.failure.message;
      records.set(check.id, judgedRecord(check, item));
    }
  }
  return { records, infraError };
}
