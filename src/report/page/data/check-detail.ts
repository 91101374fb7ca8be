import type { CheckRecord, JudgeRecord, OpinionRecord, VoteRecord } from "../../../record/index.ts";
import { cutText, shortText } from "./cut-text.ts";
import type { CheckDetail, JudgeDetail, VoteDetail } from "./page-data.ts";

/** A check with what its judges said, as the page shows it. */
export function checkDetail(check: CheckRecord): CheckDetail {
  const { id, outcome, judged, message, details, score, judgment, repeats } = check;
  return {
    id,
    outcome,
    judged,
    message: cutText(message),
    // Where the judges' own words are known, the text made of them says nothing more.
    ...(details !== undefined && judgment === undefined && { details: cutText(details) }),
    ...(score !== undefined && {
      score: `${score.rubric}: ${score.grade} of ${score.of}, ${score.atLeast} needed`,
    }),
    ...(judgment !== undefined && {
      criterion: shortText(judgment.criterion),
      judges: judgment.judges.map(judgeDetail),
    }),
    ...(repeats !== undefined && { repeats: repeats.join(", ") }),
  };
}

function judgeDetail({ model, verdict, votes }: JudgeRecord): JudgeDetail {
  return { model: shortText(model, 200), verdict: opinion(verdict), votes: votes.map(voteDetail) };
}

function voteDetail(vote: VoteRecord): VoteDetail {
  if ("error" in vote) return { error: shortText(vote.error) };
  const { verdict, evidence, from, reasoning } = vote;
  return {
    verdict: opinion(verdict),
    evidence: shortText(evidence),
    from,
    reasoning: shortText(reasoning, 4000),
  };
}

const opinions = { met: "met", not_met: "not met", cannot_tell: "cannot tell" } as const;

function opinion(verdict: OpinionRecord): string {
  return typeof verdict === "number" ? `grade ${verdict}` : opinions[verdict];
}
