import type { Config } from "../../../src/config/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { type Asking, calibrationJudges, type Label, openNamed } from "../../../src/eval/index.ts";
import { sha256Hex } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { judgeSources } from "../judge-sources.ts";
import { createModels } from "../models.ts";
import type { CalibrateFlags } from "./calibrate-flags.ts";

/** Who is asked about labels, and about which of them. */
export interface OpenedAsking {
  readonly asking: Asking | undefined;
  /** Whether also what a run has a verdict for is judged again: somebody named a judge on the command line. */
  readonly again: boolean;
}

const defaultConcurrency = 8;

/**
 * Opens the judges that labels need, if they need any.
 *
 * @throws AppError MODEL_MISSING where answers are to be judged and nothing names a judge.
 */
export async function openAsking(
  labels: readonly Label[],
  flags: CalibrateFlags,
  { config, context }: { readonly config: Config; readonly context: CliContext },
): Promise<OpenedAsking> {
  const again = (flags.judgeModel ?? flags.validationModel ?? flags.script) !== undefined;
  const given = labels.find(({ subject }) => subject.type === "given");
  if (!again && given === undefined) return { asking: undefined, again };
  const names = calibrationJudges(judgeSources(flags, config, context));
  if (names.length === 0) {
    throw new AppError("MODEL_MISSING", "nothing names a judge for answers that are given here", {
      place: given?.place,
      hint: "name one with --judge-model, VALIDATION_MODEL, or `judge: { model: … }` in flowproof.yml",
    });
  }
  const concurrency = flags.concurrency ?? config.limits.concurrency ?? defaultConcurrency;
  const createModel = createModels({ flags, models: config.models, context, concurrency });
  const clients = await openNamed(new Set(names), createModel);
  const judges = names.flatMap((name) => clients.get(name) ?? []);
  const { signal } = context;
  return {
    asking: {
      jury: { judges, ...config.judging },
      options: { hash: sha256Hex, signal },
      concurrency,
    },
    again,
  };
}
