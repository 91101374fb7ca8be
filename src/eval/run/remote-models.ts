import { AppError } from "../../core/errors/app-error.ts";
import type { ModelClient } from "../../model/index.ts";
import type { Target } from "../target/target.ts";
import {
  type ModelSources,
  resolveModels,
  type RoleModels,
  type SuiteModels,
} from "./model-choice.ts";

const prefix = "target/";

/** What stands in the place of the agent's model where a target has its own, elsewhere: `target/http`. */
export function targetModel({ kind }: Pick<Target, "kind">): string {
  return `${prefix}${kind}`;
}

/** Whether a name stands for a target and not for a model. */
export function isTargetModel(name: string): boolean {
  return name.startsWith(prefix);
}

/**
 * The models of a target that does not run here: only its judge is one of ours. It is found as that of other
 * targets; where only the agent's model is named, that one judges.
 *
 * @throws AppError MODEL_MISSING where a judge is needed and nothing names one
 */
export function remoteModels(
  agent: string,
  suite: SuiteModels & { readonly isJudged: boolean },
  sources: ModelSources,
): RoleModels {
  const { flags = {}, env = {}, config = {} } = sources;
  const agents = [flags.model, env.EXECUTION_MODEL, suite.agent, config.model].filter(isNamed);
  const judges = [flags.judgeModel, env.VALIDATION_MODEL, config.judgeModel].filter(
    (name) => name !== undefined && name.length > 0,
  );
  const onScript = suite.script !== undefined && agents.length + judges.length === 0;
  if (isNamed(flags.script) || onScript) {
    const { judge } = resolveModels(
      { ...suite, agent: undefined },
      { flags: { script: flags.script } },
    );
    return { agent, judge };
  }
  // Named like this, the judge is the agent's own model where nothing else is said.
  const own = resolveModels(
    { ...suite, recorded: { ...suite.recorded, agent } },
    { ...sources, flags: { ...flags, model: agent } },
  );
  if (own.judge !== agent) return own;
  const [other] = agents;
  if (other !== undefined) return { agent, judge: other };
  if (!suite.isJudged) return { agent, judge: agent };
  throw new AppError("MODEL_MISSING", "nothing names a model for the judge", {
    place: { file: suite.file },
    hint: "name one with --judge-model or VALIDATION_MODEL, or give the suite a `script`",
  });
}

/** Stands where no model is asked, because the target has its own. */
export function absentModel(id: string): ModelClient {
  return {
    id,
    kind: "live",
    chat: () => Promise.reject(new TypeError(`${id} is no model that can be asked`)),
  };
}

function isNamed(name: string | undefined): name is string {
  return name !== undefined && name.trim() !== "";
}
