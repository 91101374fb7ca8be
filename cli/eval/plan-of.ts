import type { Config } from "../../src/config/index.ts";
import {
  planRun,
  readCalibrations,
  type Rerun,
  type RunPlan,
  type Suite,
  scriptTexts,
} from "../../src/eval/index.ts";
import type { CliContext } from "../context.ts";
import { calibrationsFolder } from "./calibrate/calibrations-folder.ts";
import { readRecordings, recordedModels, type Recordings } from "./cassettes/replay.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { parseGates, runGates } from "./gates/run-gates.ts";
import { curtailment, runLimits } from "./limits/run-limits.ts";
import { modelSettings } from "./model-settings.ts";
import { selectedSuites } from "./selected-suites.ts";
import { selectionOf } from "./selection-of.ts";

export interface PlanSetting {
  readonly flags: EvalRunFlags;
  readonly config: Config;
  readonly context: CliContext;
  /** What of the suites a run is for that goes on, where its selection was of then. */
  readonly rerunThen?: Rerun | undefined;
}

/** What a command line comes to. */
export interface PlannedRun {
  readonly plan: RunPlan;
  /** Why there is nothing to run, where that is as it should be. */
  readonly nothing: string | undefined;
  /** What is replayed; undefined where nothing is. */
  readonly recordings: Recordings | undefined;
}

/** Reads the suites of a command line, and plans a run of what is selected of them. */
export async function planOf(paths: readonly string[], setting: PlanSetting): Promise<PlannedRun> {
  const { flags, config, context } = setting;
  const selection = selectionOf(flags);
  parseGates(flags);
  // Also what is wrong with a rate is said before anything is read.
  const { promptedTools } = modelSettings(flags, config.models);
  const { suites, rerun, changed } = await selectedSuites(paths, setting);
  const recordings = await recordingsOf(suites, setting);
  const models = {
    flags: {
      model: flags.model ?? flags.executionModel,
      judgeModel: flags.judgeModel ?? flags.validationModel,
      script: flags.script,
    },
    env: {
      EXECUTION_MODEL: context.env["EXECUTION_MODEL"],
      VALIDATION_MODEL: context.env["VALIDATION_MODEL"],
    },
    config: {
      model: config.models.agent,
      judgeModel: config.models.judge,
      ...config.judging,
    },
    ...(recordings !== undefined && {
      recorded: (suite: string, target: string) => recordedModels(recordings, suite, target),
    }),
  };
  const { script, ...named } = models.flags;
  const inFile = [config.models.agent, config.models.judge];
  const names = [...[named, models.env].flatMap((each) => Object.values(each)), ...inFile];
  const { unused, ...gates } = await runGates(suites, flags, context);
  const gated = planRun(suites, {
    models,
    seed: flags.seed,
    concurrency: flags.concurrency ?? config.limits.concurrency,
    selection,
    rerun: rerun ?? setting.rerunThen,
    now: context.clock.now(),
    scriptTexts: await scriptTexts([...names, scriptModel(script)], suites, context),
    isReplay: recordings !== undefined,
    calibrations: await readCalibrations(calibrationsFolder(context.cwd), context.files),
    promptedTools,
    limits: runLimits(flags, config),
    curtail: curtailment(flags),
    ...gates,
  });
  const plan = { ...gated, notices: [...unused, ...gated.notices] };
  if (changed === undefined) return { plan, nothing: undefined, recordings };
  if (suites.length === 0) return { plan, nothing: changed.summary, recordings };
  const notices = [changed.summary, ...changed.reasons, ...plan.notices];
  return { plan: { ...plan, notices }, nothing: undefined, recordings };
}

async function recordingsOf(
  suites: readonly Suite[],
  { flags: { replay }, context }: PlanSetting,
): Promise<Recordings | undefined> {
  if (replay === undefined) return undefined;
  return readRecordings(suites, { flag: "--replay", path: replay, cwd: context.cwd }, context);
}

function scriptModel(file: string | undefined): string | undefined {
  return file === undefined || file.startsWith("script/") ? file : `script/${file}`;
}
