import { groupBy } from "../../core/group-by.ts";
import { juryIdentity, juryName } from "../../judge/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { StoredRun } from "../rescore/stored-run.ts";
import { askAgain, type Asking } from "./ask-again.ts";
import { type CalibratedJudge, calibratedJudge, type JudgeKey } from "./calibrated-judge.ts";
import { collectItems, consensus } from "./collect-items.ts";
import type { JudgedAs } from "./judge-quality.ts";
import type { Label } from "./label.ts";
import type { LabeledItem } from "./labeled-item.ts";
import { observedShare } from "./observed-share.ts";
import { type PeopleAgreement, peopleAgreement } from "./people-agreement.ts";
import { storedVerdict } from "./stored-verdict.ts";
import { findSubjects, type Subject } from "./subject.ts";

/** What labels say of judges. */
export interface CalibrationReport {
  readonly labels: number;
  /** Labels that say again what the same person had said. */
  readonly duplicates: number;
  /** Criteria of answers that were labeled. */
  readonly items: number;
  /** What belongs together: cases of runs, and answers that were given. */
  readonly units: number;
  /** Items on which as many people say one thing as the other; they count nowhere. */
  readonly disputed: number;
  /** Items of runs that no judge was asked about; they count nowhere. */
  readonly unjudged: number;
  readonly people: PeopleAgreement;
  /** By name. */
  readonly judges: readonly CalibratedJudge[];
}

export interface CalibrateOptions {
  /** Runs by the names that labels give them. */
  readonly runs: ReadonlyMap<string, StoredRun>;
  /** Who judges answers that stand in the file, or with `again` all of them. */
  readonly asking?: Asking | undefined;
  /** Whether also what a run has a verdict for is judged again. */
  readonly again?: boolean;
}

/**
 * Holds the verdicts of judges against labels.
 *
 * @throws AppError or AppErrors for labels that name what is not there or contradict each other; as
 * `askJury`, where one is asked; TypeError where one would have to be and there is none.
 */
export async function calibrate(
  labels: readonly Label[],
  { runs, asking, again = false }: CalibrateOptions,
): Promise<CalibrationReport> {
  const { labels: found, subjects } = findSubjects(labels, runs);
  const { items, duplicates } = collectItems(found);
  const asked = new Map([...subjects].filter(([, { type }]) => again || type === "given"));
  if (asked.size > 0 && asking === undefined) throw new TypeError("nobody is there to be asked");
  const heard = asking === undefined ? new Map<string, JudgedAs>() : await askAgain(asked, asking);
  const judgeAsked = asking === undefined ? undefined : judgeOf(asking);
  const rated = items.flatMap((item) => {
    const human = consensus(item);
    const subject = subjects.get(item.key);
    if (human === undefined || subject === undefined) return [];
    const verdict = heard.get(item.key);
    const stored = verdict === undefined ? storedJudge(subject) : undefined;
    const judge = stored?.key ?? judgeAsked;
    if (verdict === undefined && stored === undefined) return [];
    if (judge === undefined) return [];
    return [{ ...judge, criterion: item.criterion, human, as: verdict ?? stored?.as ?? "error" }];
  });
  const agreed = items.filter((item) => consensus(item) !== undefined);
  const byJudge = groupBy(rated, ({ judge }) => judge);
  const judges = [...byJudge.values()].flatMap((its) => {
    const [first] = its;
    if (first === undefined) return [];
    const { name, judge } = first;
    const ratings = its.map(({ criterion, human, as }) => ({ criterion, human, judge: as }));
    return [calibratedJudge({ name, judge }, ratings, observedShare(runs, judge))];
  });
  return {
    labels: labels.length,
    duplicates,
    items: items.length,
    units: new Set(items.map(({ unit }: LabeledItem) => unit)).size,
    disputed: items.length - agreed.length,
    unjudged: agreed.length - rated.length,
    people: peopleAgreement(items),
    judges: judges.toSorted((a, b) => (a.name + a.judge < b.name + b.judge ? -1 : 1)),
  };
}

function judgeOf({ jury }: Asking): JudgeKey {
  const names = { models: jury.judges.map(({ id }) => id), votes: jury.votes };
  return { name: juryName(names), judge: juryIdentity(names, sha256Hex) };
}

/** Whose verdict a run has on it; undefined where nobody was asked. */
function storedJudge(
  subject: Subject,
): { readonly key: JudgeKey; readonly as: JudgedAs } | undefined {
  if (subject.type === "given") return undefined;
  const { judgment } = subject.check;
  if (judgment === undefined) return undefined;
  const models = judgment.judges.map(({ model }) => model);
  const votes = judgment.judges[0]?.votes.length;
  const key = { name: juryName({ models, votes }), judge: judgment.judge };
  return { key, as: storedVerdict(subject.check) };
}
