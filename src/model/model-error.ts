import { AppError, type AppErrorOptions } from "../core/errors/app-error.ts";
import type { ErrorCode } from "../core/errors/codes/index.ts";

export interface ModelErrorDetails extends AppErrorOptions {
  /** HTTP status, when there was a response. */
  readonly status?: number | undefined;
  /** The provider's own name of the error: `overloaded_error`. */
  readonly type?: string | undefined;
  /** Whether asking again may help. */
  readonly retryable: boolean;
  /** How long the provider asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The provider's number of the request, which its support asks for. */
  readonly requestId?: string | undefined;
}

/** A request to a model that did not end in a complete reply. The code says which way. */
export class ModelError extends AppError {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly requestId: string | undefined;
  /** The message without the number of the request. */
  readonly summary: string;

  constructor(code: ErrorCode, summary: string, details: ModelErrorDetails) {
    const { requestId } = details;
    super(code, requestId === undefined ? summary : `${summary} (request ${requestId})`, details);
    this.summary = summary;
    this.requestId = requestId;
    this.status = details.status;
    this.type = details.type;
    this.retryable = details.retryable;
    this.retryAfterMs = details.retryAfterMs;
  }
}
