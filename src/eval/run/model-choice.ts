import { AppError } from "../../core/errors/app-error.ts";
import type { Judging } from "./judging.ts";

/** Which model plays which role. */
export interface RoleModels {
  readonly agent: string;
  /** The judge; of a panel the names of all, as {@link judgeNames} reads them. */
  readonly judge: string;
  /** The models of a panel; left out where one model judges. */
  readonly judges?: readonly string[];
}

/** The models that judge, each once. */
export function judgesOf({ judge, judges }: Omit<RoleModels, "agent">): readonly string[] {
  return judges ?? [judge];
}

/** One name, or several with commas between them, or a list of names. */
export function judgeNames(written: string | readonly string[]): readonly string[] {
  const names = typeof written === "string" ? written.split(",") : written;
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ""))];
}

/** Where a model may be named besides in a suite, nearest first. */
export interface ModelSources {
  readonly flags?: {
    readonly model?: string | undefined;
    /** Several with commas between them are a panel. */
    readonly judgeModel?: string | undefined;
    /** Plays every role, whatever else is said. */
    readonly script?: string | undefined;
  };
  readonly env?: {
    readonly EXECUTION_MODEL?: string | undefined;
    readonly VALIDATION_MODEL?: string | undefined;
  };
  /** The models that a recording was made with: a replay is of them, where nothing nearer says otherwise. */
  readonly recorded?: (suite: string, target: string) => Partial<RoleModels> | undefined;
  readonly config?: Partial<Judging> & {
    readonly model?: string | undefined;
    readonly judgeModel?: string | readonly string[] | undefined;
  };
}

/** What a suite says about models, for one of its targets. */
export interface SuiteModels {
  /** For messages. */
  readonly file: string;
  readonly agent?: string | undefined;
  readonly judge?: string | readonly string[] | undefined;
  readonly script?: string | undefined;
  /** Of its recording, in a replay. */
  readonly recorded?: Partial<RoleModels> | undefined;
}

/**
 * The model of each role, by flag, environment, suite and configuration. Where nothing names one for
 * the agent, the suite's script plays every role; where nothing names one for the judge, the agent's
 * model judges itself.
 *
 * @throws AppError MODEL_MISSING where there is no script either.
 */
export function resolveModels(suite: SuiteModels, sources: ModelSources): RoleModels {
  const { flags = {}, env = {}, config = {} } = sources;
  if (named(flags.script) !== undefined) return scripted(flags.script ?? "");
  const { recorded = {} } = suite;
  const agent = firstOf([
    flags.model,
    env.EXECUTION_MODEL,
    recorded.agent,
    suite.agent,
    config.model,
  ]);
  if (agent === undefined) {
    if (suite.script !== undefined) return scripted(suite.script);
    throw new AppError("MODEL_MISSING", "nothing names a model for the agent", {
      place: { file: suite.file },
      hint: "name one with --model or EXECUTION_MODEL, or give the suite a `script`",
    });
  }
  const judges = [
    flags.judgeModel,
    env.VALIDATION_MODEL,
    recorded.judges ?? recorded.judge,
    suite.judge,
    config.judgeModel,
  ]
    .map((written = "") => judgeNames(written))
    .find((names) => names.length > 0);
  if (judges === undefined || judges.length === 1) return { agent, judge: judges?.[0] ?? agent };
  return { agent, judge: judges.join(", "), judges };
}

/** Whether a name is that of a script, which is never taken for a real model. */
export function isScript(model: string): boolean {
  return model.startsWith("script/");
}

/** Whether a real model would judge its own answers, alone or with others. */
export function judgesItself({ agent, ...judging }: RoleModels): boolean {
  const judges = judgesOf(judging).map(withoutProvider);
  return !isScript(agent) && judges.includes(withoutProvider(agent));
}

function withoutProvider(model: string): string {
  return model.replace(/^anthropic\//u, "");
}

function scripted(file: string): RoleModels {
  const model = isScript(file) ? file : `script/${file}`;
  return { agent: model, judge: model };
}

function firstOf(names: readonly (string | undefined)[]): string | undefined {
  return names.find((name) => named(name) !== undefined)?.trim();
}

/** A variable that is set to nothing names nothing. */
function named(name: string | undefined): string | undefined {
  return name === undefined || name.trim() === "" ? undefined : name;
}
