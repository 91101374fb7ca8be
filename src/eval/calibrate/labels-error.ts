import { AppError } from "../../core/errors/app-error.ts";
import type { Place } from "../../core/position.ts";

/** Something wrong with a label. */
export function labelsError(message: string, place: Place, hint?: string): AppError {
  return new AppError("EVAL_LABELS_INVALID", message, { place, hint });
}
