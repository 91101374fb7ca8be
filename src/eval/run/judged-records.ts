import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type { ItemJudgment, Opinion } from "../../judge/index.ts";
import type { CheckOutcome, CheckRecord, ScoreRecord } from "../../record/index.ts";
import { judgmentDetails, judgmentRecord } from "./judgment-record.ts";
import type { NumberedCheck } from "./number-checks.ts";

export type JudgedCheck = Extract<NumberedCheck, { type: "judged" }>;

const maxCriterion = 200;

/** A criterion or a rubric that no judge has decided, and why. */
export function unjudged(check: JudgedCheck, reason: string): CheckRecord {
  return {
    ...identity(check),
    outcome: "undecided",
    message: `not judged: ${shortText(check)}`,
    details: reason,
  };
}

/** What a jury says of a criterion or a rubric, as it is kept. */
export function judgedRecord(check: JudgedCheck, item: ItemJudgment): CheckRecord {
  const judgment = judgmentRecord(check, item);
  if (item.failure !== undefined) {
    return { ...unjudged(check, item.failure.message), judgment };
  }
  const outcome = outcomeOf(check, item.opinion);
  const score = scoreOf(check, item.opinion);
  return {
    ...identity(check),
    outcome,
    message: `${words(check, item.opinion)}: ${shortText(check)}`,
    // Nobody reads why something is right, and the judgment has it.
    ...(outcome !== "pass" && { details: judgmentDetails(item) }),
    ...(score !== undefined && { score }),
    judgment,
  };
}

function identity({ id, check }: JudgedCheck): Pick<CheckRecord, "id" | "check" | "judged"> {
  return { id, check, judged: true };
}

function outcomeOf({ aim }: JudgedCheck, opinion: Opinion): CheckOutcome {
  if (opinion === "cannot_tell") return "undecided";
  if (typeof opinion === "number") return opinion >= (aim?.atLeast ?? 0) ? "pass" : "fail";
  return opinion === "met" ? "pass" : "fail";
}

function scoreOf({ aim }: JudgedCheck, opinion: Opinion): ScoreRecord | undefined {
  if (aim === undefined || typeof opinion !== "number") return undefined;
  const { rubric, atLeast } = aim;
  return { rubric: rubric.name, grade: opinion, of: rubric.of, atLeast };
}

function words({ aim }: JudgedCheck, opinion: Opinion): string {
  if (opinion === "cannot_tell") return "the judge cannot tell";
  if (typeof opinion !== "number") return opinion === "met" ? "met" : "not met";
  const grade = `graded ${opinion} of ${aim?.rubric.of ?? opinion}`;
  const atLeast = aim?.atLeast ?? 0;
  return opinion >= atLeast ? grade : `${grade}, at least ${atLeast} is asked for`;
}

function shortText({ criterion, aim }: JudgedCheck): string {
  const text = clip(foldWhitespace(criterion), maxCriterion);
  return aim === undefined ? text : `${aim.rubric.name}: ${text}`;
}
