import { AppError } from "../../core/errors/app-error.ts";
import type { CaseRecord, PlannedCase, PlannedSuite } from "../../record/index.ts";
import { type Judging, judgingOf } from "../run/judging.ts";
import type { ModelSources } from "../run/model-choice.ts";
import { questionHash } from "../run/question-hash.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";
import { type CheckPlan, checksOfRecord, checksOfSuite } from "./check-plan.ts";
import { rescoreJudges } from "./judge-choice.ts";
import { isRescorable } from "./rescorable.ts";
import { rescoreNotices } from "./rescore-notices.ts";
import type { RescoreOptions } from "./rescore-options.ts";
import {
  allTrials,
  type PlannedRescore,
  type RescoredCase,
  type RescorePlan,
} from "./rescore-plan.ts";
import { rescoredHash, rescoredQuestion } from "./rescored-hash.ts";
import { rescoredLabels } from "./rescored-labels.ts";
import type { StoredRun } from "./stored-run.ts";

/**
 * Decides what judging a run again will do, before anybody is asked.
 *
 * @throws AppError EVAL_RESCORE_IMPOSSIBLE where no judge would be asked about anything.
 */
export function planRescore(run: StoredRun, options: RescoreOptions): RescorePlan {
  const { record } = run;
  const { started } = record;
  const suites = new Map(options.suites.map((suite) => [suite.id, suite]));
  const cases = record.cases.map((each): RescoredCase => {
    const suite = options.recorded ? undefined : suites.get(each.suite);
    const testCase = suite?.cases.find(({ id }) => id === each.case);
    const trials = plannedTrials(run, each, testCase);
    const asked = trials.find(({ checks }) => checks !== undefined)?.checks;
    const models = rescoreJudges(
      {
        isAsked: asked !== undefined,
        recorded: plannedSuite(started.suites, each).judgeModel,
        suite: suites.get(each.suite)?.judge.models ?? [],
      },
      options.models,
    );
    const judging = judgingFor(suites.get(each.suite), trials, options.models);
    const planned = plannedCase(started.plan, each);
    const hash = rescoredHash(planned.hash, { models, judging, asked });
    const now =
      suite === undefined || testCase === undefined
        ? undefined
        : questionHash({ suite, case: testCase });
    const question = rescoredQuestion(planned.question, { now, asked });
    return {
      planned: { ...planned, hash, ...(question !== undefined && { question }) },
      models,
      judging,
      trials,
    };
  });
  if (!cases.some(({ trials }) => trials.some(({ checks }) => checks !== undefined))) {
    throw impossible(run);
  }
  return {
    from: record,
    cases,
    suites: started.suites.map((suite) => ({ ...suite, ...judgeModelOf(suite, cases) })),
    labels: rescoredLabels(started, cases),
    notices: rescoreNotices(run, cases, options),
  };
}

function plannedTrials(
  run: StoredRun,
  of: CaseRecord,
  testCase: SuiteCase | undefined,
): readonly PlannedRescore[] {
  return allTrials(of).flatMap(({ trial }) => {
    const stored = run.trial({ suite: of.suite, case: of.case, target: of.target, trial });
    if (stored === undefined) return [];
    const checks = isRescorable(stored) ? checksFor(stored, testCase) : undefined;
    return [{ stored, checks }];
  });
}

/** Undefined where no judge has anything to decide. */
function checksFor(
  { finished }: PlannedRescore["stored"],
  testCase: SuiteCase | undefined,
): CheckPlan | undefined {
  const recorded = checksOfRecord(finished.record.checks);
  if (testCase === undefined) return recorded.judged.length > 0 ? recorded : undefined;
  const now = checksOfSuite(testCase);
  // A criterion that the suite has no more goes, and may be what the trial had failed by.
  const hadAny = finished.record.checks.some(({ judged }) => judged);
  return now.judged.length > 0 || hadAny ? now : undefined;
}

function judgingFor(
  suite: Suite | undefined,
  trials: readonly PlannedRescore[],
  { config = {} }: ModelSources,
): Judging {
  if (suite !== undefined) return judgingOf(suite.judge, config);
  const judged = trials.flatMap(({ stored }) => stored.finished.record.checks);
  const votes = judged.find(({ judgment }) => judgment !== undefined)?.judgment?.judges[0]?.votes;
  return judgingOf(config, votes === undefined ? {} : { votes: votes.length });
}

function plannedCase(plan: readonly PlannedCase[], of: CaseRecord): PlannedCase {
  const found = plan.find(
    (each) => each.suite === of.suite && each.case === of.case && each.target === of.target,
  );
  if (found === undefined) throw new TypeError(`${of.suite} › ${of.case} was not planned`);
  return found;
}

function plannedSuite(suites: readonly PlannedSuite[], of: CaseRecord): PlannedSuite {
  const found = suites.find(({ suite }) => suite === of.suite);
  if (found === undefined) throw new TypeError(`${of.suite} was not planned`);
  return found;
}

function judgeModelOf(
  { suite }: PlannedSuite,
  cases: readonly RescoredCase[],
): Pick<PlannedSuite, "judgeModel"> {
  const own = cases.filter(({ planned }) => planned.suite === suite);
  return { judgeModel: [...new Set(own.map(({ models }) => models.judge))].join(", ") };
}

function impossible(run: StoredRun): AppError {
  const { cases, started } = run.record;
  const stored = cases.flatMap((each) =>
    allTrials(each).map(({ trial }) =>
      run.trial({ suite: each.suite, case: each.case, target: each.target, trial }),
    ),
  );
  const isOld = stored.length > 0 && stored.every((trial) => trial?.exchanges === undefined);
  const why = isOld
    ? "its journal does not hold what was said"
    : "no judge has anything to decide in it";
  return new AppError(
    "EVAL_RESCORE_IMPOSSIBLE",
    `the run ${started.run} cannot be judged: ${why}`,
    {
      hint: "run the suites again with `flowproof eval run`; add checks `judge` or `rubric` where there are none",
    },
  );
}
