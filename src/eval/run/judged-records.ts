import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import type { CriterionVerdict, Judgment } from "../../judge/index.ts";
import type { CheckOutcome, CheckRecord } from "../../record/index.ts";
import type { NumberedCheck } from "./number-checks.ts";

type JudgedCheck = Extract<NumberedCheck, { type: "judged" }>;

const maxCriterion = 200;
const outcomeOf: Readonly<Record<CriterionVerdict["verdict"], CheckOutcome>> = {
  met: "pass",
  not_met: "fail",
  cannot_tell: "undecided",
};
const words: Readonly<Record<CriterionVerdict["verdict"], string>> = {
  met: "met",
  not_met: "not met",
  cannot_tell: "the judge cannot tell",
};

/** What a judgment says about the criteria that it was asked about, in their order. */
export function judgedRecords(
  checks: readonly JudgedCheck[],
  judgment: Judgment,
): readonly CheckRecord[] {
  if (judgment.type === "error") return checks.map((check) => unjudged(check, judgment.message));
  return checks.map((check, index) => {
    const verdict = judgment.verdicts[index];
    return verdict === undefined ? unjudged(check, "no verdict") : judged(check, verdict);
  });
}

/** A criterion that no judge has decided, and why. */
export function unjudged(check: JudgedCheck, reason: string): CheckRecord {
  const { id, check: name, criterion } = check;
  return {
    id,
    check: name,
    judged: true,
    outcome: "undecided",
    message: `not judged: ${shortText(criterion)}`,
    details: reason,
  };
}

function judged(
  { id, check, criterion }: JudgedCheck,
  { verdict, evidence, reasoning }: CriterionVerdict,
): CheckRecord {
  return {
    id,
    check,
    judged: true,
    outcome: outcomeOf[verdict],
    message: `${words[verdict]}: ${shortText(criterion)}`,
    details: `evidence: ${evidence === "" ? "none" : evidence}\nreasoning: ${reasoning}`,
  };
}

function shortText(criterion: string): string {
  return clip(foldWhitespace(criterion), maxCriterion);
}
