import { AppError, AppErrors, throwAll } from "../../src/core/errors/app-error.ts";

/** Waits for everything, so that the user hears of all mistakes at once. */
export async function settleAll<T extends readonly Promise<unknown>[]>(
  works: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const errors = await Promise.all(works.map(expectedErrors));
  throwAll(errors.flat());
  return Promise.all(works);
}

/** @throws whatever is a defect. */
async function expectedErrors(work: Promise<unknown>): Promise<readonly AppError[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof AppErrors) return error.errors;
    if (error instanceof AppError) return [error];
    throw error;
  }
}
