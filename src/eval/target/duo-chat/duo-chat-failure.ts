import { AppError } from "../../../core/errors/app-error.ts";
import type { KnownHider } from "../hide-known.ts";
import { TargetError } from "../target-error.ts";

/**
 * What an error of the chat or its instance makes of a trial; other errors are given back as they are. The
 * client has tried again already wherever that may help, and to ask once more would use up the user's limit.
 */
export function asTargetError(error: unknown, { text }: KnownHider): unknown {
  if (!(error instanceof AppError) || error instanceof TargetError) return error;
  const { code, message, kind, hint } = error;
  const outcome = kind === "usage" ? "suite_error" : "infra_error";
  return new TargetError(code, text(message), { outcome, hint });
}

/** An answer whose end may be missing is judged by nobody. */
export function clippedAnswer(): TargetError {
  const message = "the answer of Duo Chat is as long as what GitLab keeps of one, 20000 characters";
  return new TargetError("DUO_CHAT_CLIPPED", message, {
    outcome: "infra_error",
    hint: "ask for a shorter answer: what is beyond cannot be read",
  });
}
