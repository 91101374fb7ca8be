import pLimit from "p-limit";
import { canonicalJson } from "../../core/canonical-json.ts";
import { groupBy } from "../../core/group-by.ts";
import {
  askJury,
  type ItemJudgment,
  type JudgeOptions,
  type Jury,
  type Rubric,
  type ShownTrial,
} from "../../judge/index.ts";
import { recordedRubric } from "../rescore/recorded-rubric.ts";
import { shownOf } from "../rescore/shown-of.ts";
import { criterionOf } from "./find-stored.ts";
import type { JudgedAs } from "./judge-quality.ts";
import type { Subject } from "./subject.ts";

/** Who is asked, and how. */
export interface Asking {
  readonly jury: Jury;
  readonly options: Omit<JudgeOptions, "votes" | "trial">;
  /** Transcripts that are judged at the same time. */
  readonly concurrency: number;
}

/** What is asked about one item. */
interface Question {
  readonly key: string;
  readonly shown: ShownTrial;
  readonly trial: number;
  readonly criterion: string;
  readonly rubric: Rubric | undefined;
  readonly atLeast: number;
}

/**
 * Asks a jury about items, all that belong to one transcript in one request. What cannot be asked, as its
 * run did not keep it, has no verdict.
 *
 * @returns by key of the item
 * @throws as `askJury`.
 */
export async function askAgain(
  subjects: ReadonlyMap<string, Subject>,
  { jury, options, concurrency }: Asking,
): Promise<ReadonlyMap<string, JudgedAs>> {
  const verdicts = new Map<string, JudgedAs>();
  for (const key of subjects.keys()) verdicts.set(key, "error");
  const questions = [...subjects].flatMap(([key, subject]) => questionOf(key, subject));
  const byTranscript = groupBy(questions, ({ shown, trial }) =>
    canonicalJson(JSON.parse(JSON.stringify([shown, trial]))),
  );
  const limit = pLimit(concurrency);
  const work = [...byTranscript.values()].map((group) =>
    limit(async () => {
      options.signal?.throwIfAborted();
      for (const [key, verdict] of await judgeGroup(group, jury, options))
        verdicts.set(key, verdict);
    }),
  );
  await Promise.all(work);
  return verdicts;
}

async function judgeGroup(
  group: readonly Question[],
  jury: Jury,
  options: Asking["options"],
): Promise<readonly (readonly [string, JudgedAs])[]> {
  const [first] = group;
  if (first === undefined) return [];
  const plain = group.filter(({ rubric }) => rubric === undefined);
  const graded = group.filter(({ rubric }) => rubric !== undefined);
  const criteria = plain.map(({ criterion }) => criterion);
  const rubrics = graded.flatMap(({ rubric }) => rubric ?? []);
  const { trial } = first;
  const said = await askJury({ ...first.shown, criteria, rubrics }, jury, { ...options, trial });
  return [
    ...plain.map(
      (question, index) => [question.key, judgedAs(question, said.criteria[index])] as const,
    ),
    ...graded.map(
      (question, index) => [question.key, judgedAs(question, said.rubrics[index])] as const,
    ),
  ];
}

function judgedAs({ atLeast }: Question, judgment: ItemJudgment | undefined): JudgedAs {
  if (judgment === undefined) return "error";
  const { opinion, failure } = judgment;
  if (typeof opinion === "number") return opinion >= atLeast ? "met" : "not_met";
  return opinion === "cannot_tell" && failure !== undefined ? "error" : opinion;
}

function questionOf(key: string, subject: Subject): Question | readonly [] {
  if (subject.type === "given") {
    const { question, answer, calls, criterion } = subject;
    const shown = { question, answer, calls };
    return { key, shown, trial: 0, criterion, rubric: undefined, atLeast: 0 };
  }
  const { run, case: of, trial, check } = subject;
  const stored = run.trial({
    suite: of.suite,
    case: of.case,
    target: of.target,
    trial: trial.trial,
  });
  const { judgment } = check;
  if (stored === undefined || judgment === undefined) return [];
  const shown = shownOf(stored, judgment.turn);
  const rubric = recordedRubric(judgment);
  if (shown === undefined || (judgment.rubric !== undefined && rubric === undefined)) return [];
  const atLeast = judgment.rubric?.atLeast ?? 0;
  return { key, shown, trial: trial.trial, criterion: criterionOf(check), rubric, atLeast };
}
