import { isScript, judgeNames, type ModelSources } from "../run/model-choice.ts";

/** Who judges answers that belong to no suite, by flag, environment and configuration; nobody where none is named. */
export function calibrationJudges({
  flags = {},
  env = {},
  config = {},
}: ModelSources): readonly string[] {
  const script = flags.script?.trim() ?? "";
  if (script !== "") return [isScript(script) ? script : `script/${script}`];
  const written = [flags.judgeModel, env.VALIDATION_MODEL, config.judgeModel];
  return written.map((each) => judgeNames(each ?? "")).find((names) => names.length > 0) ?? [];
}
