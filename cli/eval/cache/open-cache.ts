import { join, resolve } from "node:path";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { FolderCache } from "../../../src/model/index.ts";
import type { CliContext } from "../../context.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";

const defaultFolder = join(".flowproof", "cache");
/** What stands behind a flag whose folder was left out is a suite more often than not. */
const fileName = /\.(?:ya?ml|jsonl?|[cm]?[jt]s)$/iu;
const dayMs = 86_400_000;

/** The cache of a run. */
export interface RunCache {
  readonly replies: FolderCache;
  /** What sessions take for now: the day has begun, so that prompts are the same until its end. */
  readonly standingAt: number;
}

/** The cache that a command line asks for; undefined where it asks for none. */
export function openCache(
  { cache, cacheEpoch = "" }: EvalRunFlags,
  { cwd, env, clock }: Pick<CliContext, "cwd" | "env" | "clock">,
): RunCache | undefined {
  if (cache === undefined) return undefined;
  const folder = resolve(cwd, cache === true ? defaultFolder : cache);
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  return {
    replies: new FolderCache({ folder, epoch: cacheEpoch, redactor }),
    standingAt: Math.floor(clock.now() / dayMs) * dayMs,
  };
}

/** @throws AppError CLI_USAGE where flags do not go together with a cache. */
export function checkCacheFlags({ cache, cacheEpoch, replay, dryRun }: EvalRunFlags): void {
  if (cache === undefined && cacheEpoch !== undefined) {
    throw new AppError("CLI_USAGE", "--cache-epoch says nothing without --cache", {
      hint: "add --cache",
    });
  }
  if (typeof cache === "string" && fileName.test(cache)) {
    throw new AppError("CLI_USAGE", `--cache takes "${cache}" for its folder`, {
      hint: "write the files first and --cache last, or --cache=<folder>",
    });
  }
  if (cache === undefined || (replay === undefined && dryRun !== true)) return;
  const other = replay === undefined ? "--dry-run" : "--replay";
  throw new AppError("CLI_USAGE", `--cache and ${other} do not go together`, {
    hint: `${other} asks nobody, so there is nothing to keep: leave one out`,
  });
}
