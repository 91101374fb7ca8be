import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { formatPlace } from "../../core/position.ts";

/** A test says something that is wrong: everything that the reader has to know, as Vitest prints only messages. */
export class UsageError extends Error {
  constructor(error: AppError | AppErrors) {
    const errors = error instanceof AppErrors ? error.errors : [error];
    super(errors.map(textOf).join("\n"), { cause: error });
    this.name = new.target.name;
  }
}

/** An expected error as one that Vitest can print; anything else as it is. */
export function usageError(error: unknown): unknown {
  return error instanceof AppError || error instanceof AppErrors ? new UsageError(error) : error;
}

function textOf({ code, message, hint, place }: AppError): string {
  const where = place === undefined ? "" : `${formatPlace(place)}: `;
  const rest = hint === undefined ? "" : `\n  hint: ${hint}`;
  return `${where}${message} [${code}]${rest}`;
}
