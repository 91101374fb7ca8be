import { AppError } from "../../../core/errors/app-error.ts";
import type { Place } from "../../../core/position.ts";

/** Something wrong in a file of cases, rather than in a case. */
export function rowsError(message: string, place: Place, hint?: string): AppError {
  return new AppError("EVAL_CASES_FILE", message, { place, hint });
}
