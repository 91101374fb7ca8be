import { AppError, AppErrors } from "../core/errors/app-error.ts";

/** The errors for the user in what was thrown; a defect is thrown on. */
export function expectedErrors(error: unknown): readonly AppError[] {
  if (error instanceof AppErrors) return error.errors;
  if (error instanceof AppError) return [error];
  throw error;
}
