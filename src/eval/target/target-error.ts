import { AppError, type AppErrorOptions } from "../../core/errors/app-error.ts";
import type { ErrorCode } from "../../core/errors/codes/index.ts";

export interface TargetErrorDetails extends AppErrorOptions {
  /** What it makes of the trial: `suite_error` where no retry and no other day would help. */
  readonly outcome: "suite_error" | "infra_error";
  /** Whether asking again may help. */
  readonly retryable?: boolean;
  /** How long the other side asks to wait. */
  readonly retryAfterMs?: number | undefined;
}

/** A message to a target that does not run here and was not answered. It ends the trial, and no other one. */
export class TargetError extends AppError {
  readonly outcome: TargetErrorDetails["outcome"];
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, details: TargetErrorDetails) {
    super(code, message, details);
    this.outcome = details.outcome;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** The same error in other words, which is not tried again. */
  saying(message: string): TargetError {
    const { code, outcome, hint, place } = this;
    return new TargetError(code, message, { outcome, hint, place, cause: this });
  }
}
