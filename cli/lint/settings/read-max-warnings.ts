import { AppError } from "../../../src/core/errors/app-error.ts";

/**
 * Reads the value of `--max-warnings`.
 *
 * @throws AppError for what is no number of warnings
 */
export function readMaxWarnings(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new AppError("CLI_USAGE", `--max-warnings takes a number, not "${value}"`, {
    hint: "write --max-warnings 0 to allow none",
  });
}
