import { AppError } from "../../core/errors/app-error.ts";
import { isScript, judgeNames, type ModelSources, type RoleModels } from "../run/model-choice.ts";
import { isTargetModel } from "../run/remote-models.ts";

/** Who judges. */
export type Judges = Omit<RoleModels, "agent">;

/** What is known of the judges of a suite. */
interface KnownJudges {
  /** Who judged then, as the run's plan names them. */
  readonly recorded: string;
  /** Whom the suite names now. */
  readonly suite: readonly string[];
  /** Whether anybody is asked. */
  readonly isAsked: boolean;
}

/**
 * The judges of a suite that is judged again: by flag, environment, suite and configuration, and where
 * none names one, those of the run. A run on a script stays one unless flag or environment say otherwise,
 * as in `eval run`.
 *
 * @throws AppError MODEL_MISSING
 */
export function rescoreJudges(
  { recorded, suite, isAsked }: KnownJudges,
  sources: ModelSources,
): Judges {
  const { flags = {}, env = {}, config = {} } = sources;
  const script = flags.script?.trim() ?? "";
  if (script !== "") return { judge: isScript(script) ? script : `script/${script}` };
  const then = judgeNames(recorded).filter((name) => !isTargetModel(name));
  const named = [flags.judgeModel ?? "", env.VALIDATION_MODEL ?? ""];
  const later = then.length > 0 && then.every(isScript) ? [] : [suite, config.judgeModel ?? ""];
  const judges = [...named, ...later, then]
    .map((written) => judgeNames(written))
    .find((names) => names.length > 0);
  if (judges === undefined) {
    if (!isAsked) return { judge: recorded };
    throw new AppError("MODEL_MISSING", "nothing names a model for the judge", {
      hint: "name one with --judge-model or VALIDATION_MODEL",
    });
  }
  const [only = "", other] = judges;
  return other === undefined ? { judge: only } : { judge: judges.join(", "), judges };
}
