import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { sha256Hex } from "../../platform/index.ts";
import type {
  Curtailment,
  OfferedTools,
  PlannedBaseline,
  PlannedGate,
  PlannedJudge,
  PlannedSuite,
  PlannedTarget,
  RunLabel,
  RunSelection,
} from "../../record/index.ts";
import { isSummarized } from "../../tools/index.ts";
import type { Calibration } from "../calibrate/calibration-file.ts";
import { plannedJudges } from "../calibrate/planned-judges.ts";
import { criteriaIn } from "../check/criteria-in.ts";
import { allPairs, caseKey, type CasePair } from "../select/case-pair.ts";
import type { Rerun } from "../select/rerun.ts";
import { askedFor, type Selection, selectPairs } from "../select/select-pairs.ts";
import { isInForce } from "../suite/read-quarantine.ts";
import type { Suite, SuiteCase } from "../suite/suite.ts";
import { checkReplay } from "../target/check-replay.ts";
import { isEngineTarget, type Target } from "../target/target.ts";
import { caseHash } from "./case-hash.ts";
import { failsGate, gatesOf, gatesPart } from "./gates-of.ts";
import { judgingOf } from "./judging.ts";
import type { RunLimits } from "./limits/run-limits.ts";
import {
  isScript,
  judgesItself,
  judgesOf,
  type ModelSources,
  resolveModels,
  type RoleModels,
} from "./model-choice.ts";
import { offeredTools } from "./offered-tools.ts";
import { questionHash } from "./question-hash.ts";
import { isTargetModel, remoteModels, targetModel } from "./remote-models.ts";
import type { CasePlan, RunPlan } from "./run-plan.ts";

export interface PlanOptions {
  readonly models: ModelSources;
  readonly seed?: number | undefined;
  /** Trials that run at the same time; 8 by default. */
  readonly concurrency?: number | undefined;
  /** Which cases are run; all of them by default. The seed is the run's. */
  readonly selection?: Omit<Selection, "also" | "seed"> | undefined;
  /** What is run again of an earlier run, within the selection. */
  readonly rerun?: Rerun | undefined;
  /** Texts of scripts that play roles besides those of suites, by the name of the model. */
  readonly scriptTexts?: ReadonlyMap<string, string> | undefined;
  /** Milliseconds since the epoch, for what ends on a day; without it no quarantine is over. */
  readonly now?: number | undefined;
  /** Whether models say what was recorded, which every output has to say. */
  readonly isReplay?: boolean | undefined;
  /** What is known of judges. */
  readonly calibrations?: readonly Calibration[] | undefined;
  /** Whether models are offered tools in the prompt, which every output has to say. */
  readonly promptedTools?: boolean | undefined;
  /** Of the whole run; none by default. */
  readonly limits?: RunLimits | undefined;
  /** What is left out as soon as it cannot change anything; nothing by default. */
  readonly curtail?: Curtailment | undefined;
  /** Gates besides those of the suites, which they override. */
  readonly gates?: readonly PlannedGate[] | undefined;
  /** What suites are held against whose gates need it, by their ids. */
  readonly baselines?: ReadonlyMap<string, PlannedBaseline> | undefined;
  /** Whether gates that nobody can decide count as not passed. */
  readonly strict?: boolean | undefined;
}

const defaultConcurrency = 8;

/**
 * Decides what a run does: which case of which target with which models, how often.
 *
 * @throws AppError MODEL_MISSING for every suite for which no model is named; EVAL_NOTHING_SELECTED
 * and EVAL_SELECTION_INVALID.
 */
export function planRun(suites: readonly Suite[], options: PlanOptions): RunPlan {
  const { seed = 0, rerun } = options;
  const all = allPairs(suites);
  const selection: Selection = { ...options.selection, seed, also: rerun };
  const pairs = selectPairs(all, selection);
  if (options.isReplay === true) checkReplay(pairs);
  const models = modelsOf(pairs, options.models);
  const cases = pairs.flatMap((pair) => {
    const roles = models.get(pair.target);
    return roles === undefined ? [] : [planCase(pair, roles, options)];
  });
  const offered = offeredTools(cases);
  const chosen = suites.filter((suite) => pairs.some((pair) => pair.suite === suite));
  const asked = askedFor(selection);
  return {
    suites: chosen.map((suite) => plannedSuite(suite, cases, options)),
    cases,
    labels: labelsOf(cases, offered, options),
    judges: options.isReplay === true ? [] : judgesIn(cases, options.calibrations ?? []),
    offeredTools: offered,
    notices: [...(rerun?.notices(cases.map(({ planned }) => planned)) ?? []), ...noticesOf(cases)],
    seed,
    selection: asked.length === 0 ? undefined : selectionOf(asked, pairs, all),
    concurrency: options.concurrency ?? defaultConcurrency,
    limits: options.limits ?? {},
    curtail: options.curtail,
    strict: options.strict === true,
  };
}

function selectionOf(
  asked: readonly string[],
  pairs: readonly CasePair[],
  all: readonly CasePair[],
): RunSelection {
  return { asked, cases: countCases(pairs), of: countCases(all) };
}

function countCases(pairs: readonly CasePair[]): number {
  return new Set(pairs.map(caseKey)).size;
}

/** The models of every target that is run; all that have none are told at once. */
function modelsOf(
  pairs: readonly CasePair[],
  sources: ModelSources,
): ReadonlyMap<Target, RoleModels> {
  const errors = new Map<string, AppError>();
  const models = new Map<Target, RoleModels>();
  for (const { suite, target } of pairs) {
    if (models.has(target)) continue;
    try {
      const { file, script } = suite;
      const judge = suite.judge.models;
      const recorded = sources.recorded?.(suite.id, target.name);
      const named = { file, script, judge, agent: target.model, recorded };
      const isRemote = !isEngineTarget(target);
      const isJudgedAtAll = suite.cases.some(isJudged);
      const roles = isRemote
        ? remoteModels(targetModel(target), { ...named, isJudged: isJudgedAtAll }, sources)
        : resolveModels(named, sources);
      models.set(target, roles);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      errors.set(suite.file, error);
    }
  }
  throwAll([...errors.values()]);
  return models;
}

function planCase(
  { suite, case: testCase, target }: CasePair,
  roles: RoleModels,
  { scriptTexts = new Map(), now, promptedTools, models: { config }, gates }: PlanOptions,
): CasePlan {
  const { trials, require, critical, tags, quarantine } = testCase;
  const isOver = quarantine !== undefined && now !== undefined && !isInForce(quarantine, now);
  const isQuarantined = quarantine !== undefined && !isOver;
  const judging = judgingOf(suite.judge, config ?? {});
  return {
    planned: {
      suite: suite.id,
      case: testCase.id,
      target: target.name,
      trials,
      require,
      critical,
      tags,
      ...(isQuarantined && { quarantine }),
      hash: caseHash(
        { suite, target, case: testCase, models: roles, judging },
        { scriptTexts, promptedTools },
      ),
      question: questionHash({ suite, case: testCase }),
    },
    suite,
    target,
    case: testCase,
    models: roles,
    judging,
    failsGate: failsGate({ critical, isQuarantined }, target, gatesOf(suite, gates)),
  };
}

function plannedSuite(
  suite: Suite,
  all: readonly CasePlan[],
  { gates: added, baselines }: PlanOptions,
): PlannedSuite {
  const cases = all.filter((each) => each.suite === suite);
  const roles = cases.map(({ models }) => models);
  const targets = suite.targets.filter((target) => cases.some((each) => each.target === target));
  return {
    suite: suite.id,
    file: suite.file,
    hash: sha256Hex(suite.text),
    targets: targets.map((target) => plannedTarget(target, cases)),
    agentModel: distinct(roles.map(({ agent }) => agent)).join(", "),
    judgeModel: distinct(roles.map(({ judge }) => judge)).join(", "),
    ...gatesPart(suite, cases, { added, baselines }),
  };
}

function plannedTarget(target: Target, cases: readonly CasePlan[]): PlannedTarget {
  const { kind, name, reference, version } = target;
  const agentModel = cases.find((each) => each.target === target)?.models.agent;
  return {
    target: name,
    ...(kind !== "flow" && { kind }),
    flow: reference,
    version,
    ...(agentModel !== undefined && { agentModel }),
  };
}

function labelsOf(
  cases: readonly CasePlan[],
  offered: OfferedTools,
  { isReplay = false, promptedTools = false }: PlanOptions,
): readonly RunLabel[] {
  const models = cases.flatMap(({ models: roles }) => [roles.agent, ...judgesOf(roles)]);
  const scripted = models.some(isScript);
  const prompted = promptedTools && !isReplay && !models.every(isScript);
  return [
    ...(scripted ? (["scripted"] as const) : []),
    ...(isReplay ? (["replay"] as const) : []),
    ...(prompted ? (["prompted_tools"] as const) : []),
    ...(cases.some(({ target }) => target.kind === "recorded") ? (["recorded"] as const) : []),
    ...(cases.some(isSelfJudged) ? (["self_judged"] as const) : []),
    ...(isSummarized(offered) ? (["summarized_tools"] as const) : []),
  ];
}

/** The judges with what they decide; those of a replay decided elsewhere. */
function judgesIn(
  cases: readonly CasePlan[],
  calibrations: readonly Calibration[],
): readonly PlannedJudge[] {
  const judged = cases.map(({ models, judging, case: { turns, checks } }) => {
    const all = [...turns.flatMap((turn) => turn.checks), ...checks];
    return { models, judging, criteria: all.flatMap(({ prepared }) => criteriaIn(prepared)) };
  });
  return plannedJudges(judged, calibrations);
}

function isSelfJudged({ models, case: testCase }: CasePlan): boolean {
  return !isTargetModel(models.agent) && judgesItself(models) && isJudged(testCase);
}

/** Whether a judge is asked about a case at all. */
export function isJudged({ turns, checks }: SuiteCase): boolean {
  return [...turns.flatMap((turn) => turn.checks), ...checks].some(
    ({ prepared }) => prepared.type === "judged",
  );
}

function noticesOf(cases: readonly CasePlan[]): readonly string[] {
  const defaulted = cases
    .filter(({ target }) => target.kind === "flow" && target.versionIsDefault)
    .map(({ suite: { id }, target: { reference, version } }) => {
      return `suite "${id}" names no version of ${reference}: exactly ${version} is used, as in the service`;
    });
  const selfJudged = cases.filter(isSelfJudged).map(({ suite, models }) => {
    return `suite "${suite.id}" is judged by the agent's own model, ${models.agent}: name another with --judge-model`;
  });
  return distinct([...defaulted, ...selfJudged]);
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
