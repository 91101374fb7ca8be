import type { Place } from "../position.ts";
import { type ErrorCode, errorCodes } from "./codes/index.ts";
import type { ErrorKind } from "./error-docs.ts";

export interface AppErrorOptions {
  /** What the reader can do about it, in one sentence. */
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
  readonly cause?: unknown;
}

/**
 * An error raised on purpose, for the user to read: one lower-case line that says what is wrong,
 * with the value; where; and what to do. Anything else that reaches the CLI is a defect of ours.
 * A subclass exists only where a caller decides something by it.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly place: Place | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
    this.place = options.place;
  }

  get kind(): ErrorKind {
    return errorCodes[this.code].kind;
  }
}

/** Several expected errors found in one go, so that the user repairs them in one go. */
export class AppErrors extends Error {
  readonly errors: readonly AppError[];

  constructor(errors: readonly AppError[]) {
    super(`${errors.length} errors`);
    this.name = new.target.name;
    this.errors = errors;
  }
}

/** Returns when there is nothing to throw; throws one error as itself and several as {@link AppErrors}. */
export function throwAll(errors: readonly AppError[]): void {
  const [first] = errors;
  if (first === undefined) return;
  throw errors.length === 1 ? first : new AppErrors(errors);
}
