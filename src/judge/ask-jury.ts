import { addUsage, type ModelClient, noUsage } from "../model/index.ts";
import { judgeAnswer, type JudgeOptions } from "./judge-answer.ts";
import type { JudgeInput, JudgeItems } from "./judge-input.ts";
import type { ItemJudgment, Jury, JuryJudgment, Vote } from "./jury.ts";
import { type CastVotes, settleVotes } from "./settle-votes.ts";
import type { CriterionVerdict, Judgment, RubricGrade } from "./verdict.ts";

/**
 * Asks every judge of a jury as often as it has votes, one after the other, so that a record of it is
 * the same again. Votes are counted for each judge, then those of the judges.
 *
 * @throws RangeError for a jury of nobody or an even number of votes; else as {@link judgeAnswer}.
 */
export async function askJury(
  input: JudgeInput,
  jury: Jury,
  options: Omit<JudgeOptions, "votes">,
): Promise<JuryJudgment> {
  const { judges, votes = 1, isolate = false } = jury;
  if (judges.length === 0) throw new RangeError("a jury has at least one judge");
  if (votes % 2 !== 1 || votes < 1) throw new RangeError("the number of votes must be odd");
  const criteria: ItemJudgment[] = [];
  const rubrics: ItemJudgment[] = [];
  let usage = noUsage;
  for (const items of isolate ? isolated(input) : [allOf(input)]) {
    const asked: AskedJudge[] = [];
    for (const client of judges) {
      const judgments = await askJudge({ ...input, ...items }, client, { ...options, votes });
      asked.push({ model: client.id, judgments });
      usage = judgments.reduce((sum, judgment) => addUsage(sum, judgment.usage), usage);
    }
    const settle = (voteOf: (judgment: Given) => CriterionVerdict | RubricGrade | undefined) =>
      settleVotes(castVotes(asked, voteOf), options.hash);
    criteria.push(...items.criteria.map((_, index) => settle(({ verdicts }) => verdicts[index])));
    rubrics.push(...items.rubrics.map((_, index) => settle(({ grades }) => grades[index])));
  }
  return { criteria, rubrics, usage };
}

function allOf({ criteria, rubrics = [] }: JudgeItems): Required<JudgeItems> {
  return { criteria, rubrics };
}

/** Everything that is asked, each by itself. */
function isolated({ criteria, rubrics = [] }: JudgeItems): readonly Required<JudgeItems>[] {
  return [
    ...criteria.map((criterion) => ({ criteria: [criterion], rubrics: [] })),
    ...rubrics.map((rubric) => ({ criteria: [], rubrics: [rubric] })),
  ];
}

type Given = Extract<Judgment, { type: "verdicts" }>;

/** One judge with all of its answers to one request. */
interface AskedJudge {
  readonly model: string;
  readonly judgments: readonly Judgment[];
}

async function askJudge(
  input: JudgeInput,
  client: ModelClient,
  options: JudgeOptions & { readonly votes: number },
): Promise<readonly Judgment[]> {
  const judgments: Judgment[] = [];
  while (judgments.length < options.votes) {
    judgments.push(await judgeAnswer(input, client, options));
  }
  return judgments;
}

function castVotes(
  asked: readonly AskedJudge[],
  voteOf: (judgment: Given) => CriterionVerdict | RubricGrade | undefined,
): readonly CastVotes[] {
  return asked.map(({ model, judgments }) => ({
    model,
    fingerprint: judgments[0]?.fingerprint ?? "",
    votes: judgments.map((judgment): Vote => {
      if (judgment.type === "error") {
        return { type: "none", cause: judgment.cause, message: judgment.message };
      }
      const said = voteOf(judgment);
      if (said === undefined) throw new TypeError("a judgment is not complete");
      const { evidence, from, reasoning } = said;
      const opinion = "verdict" in said ? said.verdict : said.grade;
      return { type: "vote", opinion, evidence, from, reasoning };
    }),
  }));
}
