import { AppError, type AppErrorOptions } from "../core/errors/app-error.ts";
import type { ErrorCode } from "../core/errors/codes/index.ts";

export interface GitLabErrorOptions extends AppErrorOptions {
  /** Whether the same request may succeed later. */
  readonly retryable?: boolean;
  /** How long the instance asks to wait. */
  readonly retryAfterMs?: number | undefined;
  readonly status?: number | undefined;
}

/** A request to a GitLab instance that did not give what it is for. Its texts hold no credentials. */
export class GitLabError extends AppError {
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, options: GitLabErrorOptions = {}) {
    super(code, message, options);
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}
