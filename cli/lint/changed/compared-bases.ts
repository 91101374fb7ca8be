import { type GitBase, openRepository } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import type { LintFlags } from "../lint-flags.ts";

/** The commits that the work tree is compared with, as far as the command line names some. */
export interface ComparedBases {
  /** What decides which files are linted: `--changed-since`. */
  readonly since: GitBase | undefined;
  /** What the rules about versions compare with: `--base`, else `--changed-since`. */
  readonly base: GitBase | undefined;
}

/**
 * Looks up the commits that the command line names.
 *
 * @throws AppError where there is no repository, or no such commit
 */
export async function comparedBases(
  { changedSince, base }: Pick<LintFlags, "changedSince" | "base">,
  { cwd, signal }: Pick<CliContext, "cwd" | "signal">,
): Promise<ComparedBases> {
  if (changedSince === undefined && base === undefined)
    return { since: undefined, base: undefined };
  const repository = await openRepository(cwd, { signal });
  const since = changedSince === undefined ? undefined : await repository.baseOf(changedSince);
  return { since, base: base === undefined ? since : await repository.baseOf(base) };
}
