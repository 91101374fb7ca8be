import type { Config } from "../../src/config/index.ts";
import type { ModelSources } from "../../src/eval/index.ts";
import type { CliContext } from "../context.ts";
import type { JudgeModelFlags } from "./judge-flags.ts";

/** Where a judge may be named, besides in suites and runs. */
export function judgeSources(
  flags: JudgeModelFlags,
  { models, judging }: Config,
  { env }: CliContext,
): ModelSources {
  return {
    flags: { judgeModel: flags.judgeModel ?? flags.validationModel, script: flags.script },
    env: { VALIDATION_MODEL: env["VALIDATION_MODEL"] },
    config: { judgeModel: models.judge, ...judging },
  };
}
