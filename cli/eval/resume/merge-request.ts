import { AppError } from "../../../src/core/errors/app-error.ts";
import { redacted } from "../../../src/core/secrets/redactor.ts";
import type { RunRequest, RunStarted } from "../../../src/record/index.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";
import { keptFlags } from "./kept-flags.ts";

/** What a command line asks for that goes on with a run. */
export interface MergedRequest {
  readonly paths: readonly string[];
  readonly flags: EvalRunFlags;
}

const selecting = ["tag", "case", "filter", "sample", "limit", "rerun", "changedSince"] as const;

/**
 * What a run asked for, where the command line that goes on with it says nothing else. Paths or flags that
 * select cases stand for all of the selection.
 *
 * @throws AppError CLI_USAGE where something was not kept, because it held a secret.
 */
export function mergeRequest(
  request: RunRequest,
  { suites }: Pick<RunStarted, "suites">,
  given: MergedRequest,
): MergedRequest {
  const {
    rerun,
    changedSince,
    tag,
    case: cases,
    filter,
    sample,
    limit,
    ...kept
  } = keptFlags(request);
  const isAnew = selectsAnew(given);
  const selection = {
    ...(tag !== undefined && { tag }),
    ...(cases !== undefined && { case: cases }),
    ...(filter !== undefined && { filter }),
    ...(sample !== undefined && { sample }),
    ...(limit !== undefined && { limit }),
  };
  // What was meant by them then is something else now.
  const isOfThen = rerun !== undefined || changedSince !== undefined;
  const paths = isOfThen && !isAnew ? suites.map(({ file }) => file) : request.paths;
  const merged = {
    paths: given.paths.length > 0 ? given.paths : paths,
    flags: {
      ...(isAnew ? {} : selection),
      ...withoutOtherModels(kept, given.flags),
      ...given.flags,
    },
  };
  checkWhole(merged);
  return merged;
}

/** Whether a command line says which cases are meant. */
export function selectsAnew({ paths, flags }: MergedRequest): boolean {
  return paths.length > 0 || selecting.some((name) => flags[name] !== undefined);
}

type Answering = Omit<ReturnType<typeof keptFlags>, "rerun" | (typeof selecting)[number]>;

/** Who is named to answer now takes the place of all that were named for it then. */
function withoutOtherModels(kept: Answering, given: EvalRunFlags): Answering {
  const { model: _model, script: _script, replay: _replay, judgeModel, ...rest } = kept;
  if (given.script !== undefined || given.replay !== undefined) return rest;
  const judge = judgeModel === undefined ? {} : { judgeModel };
  if ((given.model ?? given.executionModel) !== undefined) return { ...rest, ...judge };
  // Both flags name the judge, and the one that is not given would be the stronger.
  return given.validationModel === undefined
    ? kept
    : { ...kept, judgeModel: given.validationModel };
}

function checkWhole({ paths, flags }: MergedRequest): void {
  const values = [...paths, ...Object.values(flags).flat()];
  const cut = values.find((value) => typeof value === "string" && value.includes(redacted));
  if (cut === undefined) return;
  throw new AppError("CLI_USAGE", "the run was given a value that held a secret and was not kept", {
    hint: `give the flags of the run again, beside --resume: ${String(cut)}`,
  });
}
