import { countVotes } from "./count-votes.ts";
import { juryFingerprint } from "./fingerprint.ts";
import type { ItemJudgment, JudgeVotes, Vote } from "./jury.ts";

/** The answers of one judge about one criterion or rubric. */
export interface CastVotes {
  readonly model: string;
  readonly fingerprint: string;
  readonly votes: readonly Vote[];
}

/** What a jury's answers about one criterion or rubric come to; each judge was asked as often as the others. */
export function settleVotes(
  cast: readonly CastVotes[],
  hash: (text: string) => string,
): ItemJudgment {
  const judges = cast.map((each): JudgeVotes => {
    return { ...each, opinion: countVotes(opinionsOf(each), each.votes.length) };
  });
  const opinions = judges.map(({ opinion }) => opinion);
  const opinion = countVotes(opinions, judges.length);
  const fingerprints = judges.map(({ fingerprint }) => fingerprint);
  const fingerprint = juryFingerprint(fingerprints, cast[0]?.votes.length ?? 1, hash);
  const failure = opinion === "cannot_tell" ? failureOf(judges) : undefined;
  return { opinion, judges, fingerprint, ...(failure !== undefined && { failure }) };
}

function opinionsOf({ votes }: Pick<CastVotes, "votes">): JudgeVotes["opinion"][] {
  return votes.flatMap((vote) => (vote.type === "vote" ? [vote.opinion] : []));
}

/** Why answers are missing that could have decided; that of a provider first, as asking again may help. */
function failureOf(judges: readonly JudgeVotes[]): ItemJudgment["failure"] {
  if (judges.filter(cannotTell).length > judges.length / 2) return undefined;
  const missing = judges.flatMap(({ votes }) => votes.filter((vote) => vote.type === "none"));
  const first = missing.find(({ cause }) => cause === "infra") ?? missing[0];
  return first === undefined ? undefined : { cause: first.cause, message: first.message };
}

/** Whether a judge would not decide, whatever its missing answers had been. */
function cannotTell(judge: JudgeVotes): boolean {
  const undecided = opinionsOf(judge).filter((opinion) => opinion === "cannot_tell");
  return undecided.length > judge.votes.length / 2;
}
