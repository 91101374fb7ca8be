import type { CheckRecord } from "../../record/index.ts";
import { type JudgedItem, type NumberedCheck, numberChecks } from "../run/number-checks.ts";
import type { CaseCheck, SuiteCase } from "../suite/suite.ts";
import { recordedRubric } from "./recorded-rubric.ts";

/** What a judge is asked about a stored trial. */
export interface CheckPlan {
  /** Everything that is judged again; `checkpoint` is the place of its moment. */
  readonly judged: readonly Extract<NumberedCheck, { type: "judged" }>[];
  /** The turns, from 0, after which something is judged; undefined for the end. */
  readonly moments: readonly (number | undefined)[];
  /** Ids of all checks, in the order in which reports show them. */
  readonly order: readonly string[];
}

/** What the suite asks now. */
export function checksOfSuite({ turns, checks }: Pick<SuiteCase, "turns" | "checks">): CheckPlan {
  const checkpoints: readonly Moment[] = [
    ...turns.map((each, turn) => ({ checks: each.checks, turn })),
    { checks },
  ].filter((moment) => !("turn" in moment) || moment.checks.length > 0);
  const numbered = numberChecks(checkpoints);
  return {
    judged: numbered.filter((check) => check.type === "judged"),
    moments: checkpoints.map(({ turn }) => turn),
    order: numbered.map(({ id }) => id),
  };
}

interface Moment {
  readonly checks: readonly CaseCheck[];
  readonly turn?: number;
}

/** What was asked in the run, as its journal says; what no judge was asked then is not asked now. */
export function checksOfRecord(checks: readonly CheckRecord[]): CheckPlan {
  const moments = [...new Set(checks.map(({ judgment }) => judgment?.turn))];
  return {
    judged: checks.flatMap((record) => judgedAgain(record, moments)),
    moments,
    order: checks.map(({ id }) => id),
  };
}

function judgedAgain(
  { id, check, judgment }: CheckRecord,
  moments: CheckPlan["moments"],
): CheckPlan["judged"] {
  if (judgment === undefined) return [];
  const { turn, criterion } = judgment;
  const item = itemOf(judgment);
  if (item === undefined) return [];
  const checkpoint = moments.indexOf(turn);
  return [{ id, check, checkpoint, ...(turn !== undefined && { turn }), ...item, criterion }];
}

function itemOf(judgment: NonNullable<CheckRecord["judgment"]>): JudgedItem | undefined {
  const { criterion } = judgment;
  if (judgment.rubric === undefined) return { type: "judged", criterion };
  const rubric = recordedRubric(judgment);
  if (rubric === undefined) return undefined;
  return { type: "judged", criterion, aim: { rubric, atLeast: judgment.rubric.atLeast } };
}
