import { clip } from "../../core/text/clip.ts";
import {
  type ItemJudgment,
  juryIdentity,
  type JudgeVotes,
  type JuryNames,
  presetRubric,
  type Vote,
} from "../../judge/index.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { JudgmentRecord, VoteRecord } from "../../record/index.ts";
import type { JudgedItem } from "./number-checks.ts";

/** A judge may write pages; nobody needs them, and a run has many. */
const maxReasons = 1_000;

/** How something was judged, with all that is needed to judge it again. */
export function judgmentRecord(
  { criterion, aim, turn }: Pick<JudgedItem, "criterion" | "aim"> & { readonly turn?: number },
  { fingerprint, judges }: ItemJudgment,
): JudgmentRecord {
  return {
    criterion,
    ...(aim !== undefined && { rubric: rubricRecord(aim) }),
    fingerprint,
    judge: juryIdentity(namesOf(judges), sha256Hex),
    ...(turn !== undefined && { turn }),
    judges: judges.map((judge) => ({
      model: judge.model,
      fingerprint: judge.fingerprint,
      verdict: judge.opinion,
      votes: judge.votes.map(voteRecord),
    })),
  };
}

function namesOf(judges: readonly JudgeVotes[]): JuryNames {
  return { models: judges.map(({ model }) => model), votes: judges[0]?.votes.length };
}

function rubricRecord({
  rubric,
  atLeast,
}: NonNullable<JudgedItem["aim"]>): NonNullable<JudgmentRecord["rubric"]> {
  const { name, anchors } = rubric;
  if (presetRubric(name) === rubric) return { name, atLeast };
  return { name, grades: Object.fromEntries(anchors), atLeast };
}

function voteRecord(vote: Vote): VoteRecord {
  if (vote.type === "none") return { error: clip(vote.message, maxReasons) };
  const { opinion, evidence, from, reasoning } = vote;
  return {
    verdict: opinion,
    evidence: clip(evidence, maxReasons),
    from,
    reasoning: clip(reasoning, maxReasons),
  };
}

/** The reasons of one judge in full, of several a line each. */
export function judgmentDetails({ judges }: ItemJudgment): string {
  const [only] = judges;
  const [vote] = only?.votes ?? [];
  if (judges.length === 1 && only?.votes.length === 1 && vote !== undefined) return reasons(vote);
  return judges.map(judgeLine).join("\n");
}

function judgeLine({ model, opinion, votes }: JudgeVotes): string {
  const agreeing = votes.find((vote) => vote.type === "vote" && vote.opinion === opinion);
  const count = votes.length === 1 ? "" : ` (${votes.map(shortVote).join(", ")})`;
  const why = agreeing ?? votes[0];
  const text = why === undefined ? "" : `\n  ${reasons(why).replaceAll("\n", "\n  ")}`;
  return `${model}: ${opinion}${count}${text}`;
}

function shortVote(vote: Vote): string {
  return vote.type === "none" ? "no answer" : String(vote.opinion);
}

function reasons(vote: Vote): string {
  if (vote.type === "none") return vote.message;
  const { evidence, from, reasoning } = vote;
  const source = from.length === 0 ? "" : ` (${from.join(", ")})`;
  return `evidence: ${evidence === "" ? "none" : `${evidence}${source}`}\nreasoning: ${reasoning}`;
}
