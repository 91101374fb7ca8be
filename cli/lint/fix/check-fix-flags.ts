import { AppError } from "../../../src/core/errors/app-error.ts";
import type { LintFlags } from "../lint-flags.ts";

/** Refuses what cannot be meant together. */
export function checkFixFlags(paths: readonly string[], { fix, fixDryRun }: LintFlags): void {
  if (fix === true && fixDryRun === true) {
    throw new AppError("CLI_USAGE", "--fix writes what --fix-dry-run only shows", {
      hint: "leave one of them out",
    });
  }
  if (fix === true && paths.includes("-")) {
    throw new AppError("CLI_USAGE", "--fix cannot write to standard input", {
      hint: "name the file, or use --fix-dry-run to see what would change",
    });
  }
}
