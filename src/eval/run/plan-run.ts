import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { OfferedTools, PlannedSuite, RunLabel } from "../../record/index.ts";
import { isSummarized } from "../../tools/index.ts";
import type { Suite, SuiteCase, Target } from "../suite/suite.ts";
import { caseHash } from "./case-hash.ts";
import {
  isScript,
  judgesItself,
  type ModelSources,
  resolveModels,
  type RoleModels,
} from "./model-choice.ts";
import { offeredTools } from "./offered-tools.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";

export interface PlanOptions {
  readonly models: ModelSources;
  readonly seed?: number | undefined;
  /** Trials that run at the same time; 8 by default. */
  readonly concurrency?: number | undefined;
}

const defaultConcurrency = 8;

/**
 * Decides what a run does: which case of which target with which models, how often.
 *
 * @throws AppError MODEL_MISSING for every suite for which no model is named.
 */
export function planRun(suites: readonly Suite[], options: PlanOptions): RunPlan {
  const errors: AppError[] = [];
  const planned = suites.map((suite) => {
    const models = new Map<Target, RoleModels>();
    for (const target of suite.targets) {
      try {
        const { file, script, judgeModel: judge } = suite;
        const names = { file, script, judge, agent: target.model };
        models.set(target, resolveModels(names, options.models));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        errors.push(error);
      }
    }
    return { suite, models };
  });
  throwAll([...new Map(errors.map((error) => [error.place?.file, error])).values()]);
  const cases = planned.flatMap(({ suite, models }) => planCases(suite, models));
  const offered = offeredTools(cases);
  return {
    suites: planned.map(({ suite, models }) => plannedSuite(suite, models)),
    cases,
    labels: labelsOf(cases, offered),
    offeredTools: offered,
    notices: noticesOf(suites, cases),
    seed: options.seed ?? 0,
    concurrency: options.concurrency ?? defaultConcurrency,
  };
}

function planCases(suite: Suite, models: ReadonlyMap<Target, RoleModels>): readonly CasePlan[] {
  return suite.cases.flatMap((testCase) =>
    [...models].map(([target, roles]) => ({
      planned: {
        suite: suite.id,
        case: testCase.id,
        target: target.name,
        trials: testCase.trials,
        require: testCase.require,
        critical: testCase.critical,
        tags: testCase.tags,
        hash: caseHash({ suite, target, case: testCase, models: roles }),
      },
      suite,
      target,
      case: testCase,
      models: roles,
    })),
  );
}

function plannedSuite(suite: Suite, models: ReadonlyMap<Target, RoleModels>): PlannedSuite {
  const roles = [...models.values()];
  return {
    suite: suite.id,
    file: suite.file,
    hash: sha256Hex(suite.text),
    targets: suite.targets.map(({ name, reference, version }) => ({
      target: name,
      flow: reference,
      version,
    })),
    agentModel: distinct(roles.map(({ agent }) => agent)).join(", "),
    judgeModel: distinct(roles.map(({ judge }) => judge)).join(", "),
  };
}

function labelsOf(cases: readonly CasePlan[], offered: OfferedTools): readonly RunLabel[] {
  const scripted = cases.some(({ models: { agent, judge } }) => isScript(agent) || isScript(judge));
  return [
    ...(scripted ? (["scripted"] as const) : []),
    ...(cases.some(isSelfJudged) ? (["self_judged"] as const) : []),
    ...(isSummarized(offered) ? (["summarized_tools"] as const) : []),
  ];
}

function isSelfJudged({ models, case: testCase }: CasePlan): boolean {
  return judgesItself(models) && isJudged(testCase);
}

/** Whether a judge is asked about a case at all. */
function isJudged({ turns, checks }: SuiteCase): boolean {
  return [...turns.flatMap((turn) => turn.checks), ...checks].some(
    ({ prepared }) => prepared.type === "judged",
  );
}

function noticesOf(suites: readonly Suite[], cases: readonly CasePlan[]): readonly string[] {
  const defaulted = suites.flatMap(({ id, targets }) =>
    targets
      .filter(({ versionIsDefault }) => versionIsDefault)
      .map(({ reference, version }) => {
        return `suite "${id}" names no version of ${reference}: exactly ${version} is used, as in the service`;
      }),
  );
  const selfJudged = cases.filter(isSelfJudged).map(({ suite, models }) => {
    return `suite "${suite.id}" is judged by the agent's own model, ${models.agent}: name another with --judge-model`;
  });
  return distinct([...defaulted, ...selfJudged]);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
