import type { ErrorCode } from "../../core/errors/codes/index.ts";
import { GitLabError } from "../gitlab-error.ts";
import { quoteForeign } from "../http/describe-body.ts";
import { windowHint } from "./chat-limit.ts";

/** What the payload of `aiAction` says against a question. */
export function refusedQuestion(errors: readonly string[]): GitLabError {
  const words = quoteForeign(errors.join("; "));
  return new GitLabError("DUO_CHAT_REFUSED", `asking Duo Chat: GitLab says: ${words}`, {
    hint: "give the token's user a Duo seat, and see that Duo is on in the group and the project",
  });
}

/** An answer that is an error. */
export function failedAnswer(errors: readonly string[]): GitLabError {
  const words = quoteForeign(errors.join("; "));
  return new GitLabError("DUO_CHAT_FAILED", `Duo Chat answered with an error: ${words}`, {
    retryable: true,
    hint: "the words are GitLab's own; ask again later",
  });
}

interface Translation {
  readonly applies: (error: GitLabError) => boolean;
  readonly code: ErrorCode;
  readonly hint: (now: number) => string;
  readonly retryable?: boolean;
}

/** What errors of the instance mean when they answer a question to the chat. */
const translations: readonly Translation[] = [
  {
    applies: ({ code, status }) => code === "GITLAB_RATE_LIMITED" && status === undefined,
    code: "DUO_CHAT_LIMITED",
    hint: windowHint,
    retryable: true,
  },
  {
    applies: ({ code }) => code === "GITLAB_TOKEN_REFUSED",
    code: "GITLAB_TOKEN_REFUSED",
    hint: () =>
      "check that the token has not expired, and has the scope api (read_api does not do)",
  },
  {
    applies: ({ message }) => /thread not found|thread \S+ is not found/i.test(message),
    code: "DUO_CHAT_THREAD_LOST",
    hint: () => "begin a new conversation",
  },
  {
    applies: ({ message }) => /required feature flag is disabled/i.test(message),
    code: "DUO_CHAT_REFUSED",
    hint: () => "the classic chat is switched off on this instance",
  },
  {
    applies: ({ code, status }) => code === "GITLAB_NOT_FOUND" && status === undefined,
    code: "DUO_CHAT_RESOURCE_UNKNOWN",
    hint: () =>
      "check that the token has the scope api (read_api does not do), and that its user may see the resource",
  },
  {
    applies: ({ code, message }) =>
      code === "GITLAB_QUERY_REFUSED" && /ai(?:Action|Message)/i.test(message),
    code: "DUO_CHAT_REFUSED",
    hint: () => "this GitLab has no Duo Chat, or another than that of 17.10 and later",
  },
];

/** The error of the chat that an error of the instance is; itself where it is none. */
export function asChatFailure(error: unknown, now: number): unknown {
  if (!(error instanceof GitLabError)) return error;
  const found = translations.find(({ applies }) => applies(error));
  if (found === undefined) return error;
  return new GitLabError(found.code, error.message, {
    hint: found.hint(now),
    retryable: found.retryable ?? false,
    cause: error,
  });
}
