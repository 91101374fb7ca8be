import type { Clock } from "../../core/clock.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { GitLabClient } from "../create-gitlab-client.ts";
import { GitLabError } from "../gitlab-error.ts";
import { askDocument } from "./chat-documents.ts";
import { asChatFailure, refusedQuestion } from "./chat-failure.ts";
import { type PollOptions, pollAnswer } from "./poll-answer.ts";
import { readChatLine } from "./slash-command.ts";

/** A question to the chat. */
export interface ChatQuestion {
  readonly content: string;
  /** Global id of what is asked about. */
  readonly resourceId?: string | undefined;
  /** Goes on in a thread; a new one is begun when left out. */
  readonly threadId?: string | undefined;
}

export interface AskOptions extends PollOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /**
   * Milliseconds that the client has paused so far because the instance told it to, or was away; what is added
   * while a question is asked is not counted as time of the chat.
   */
  readonly pausedMs?: () => number;
}

/** What came of a message: an answer, or the next question begins a thread. */
export type ChatReply = ChatAnswer | { readonly kind: "new-thread" };

export interface ChatAnswer {
  readonly kind: "answer";
  readonly answer: string;
  /** Undefined where the instance does not say (before GitLab 17.10). */
  readonly threadId: string | undefined;
  readonly requestId: string;
  /** From sending the question until the answer was seen, pauses of the client left out. */
  readonly activeMs: number;
  /** So much of {@link activeMs} may be the pause between the last two polls, the answer being there already. */
  readonly lateMs: number;
  /** Pauses of the client. */
  readonly waitMs: number;
  /** Until a piece of the answer was seen; undefined where none was, which is what GitLab's polls are like. */
  readonly firstTokenMs: number | undefined;
  readonly polls: number;
  /** As long as GitLab keeps answers, so that the end may be missing. */
  readonly clipped: boolean;
}

/** Characters that public sources of 18.x keep of a message. */
const keptChars = 20_000;

/**
 * Asks the classic Duo Chat and waits for the whole answer.
 *
 * @throws AppError DUO_CHAT_COMMAND_UNKNOWN before anything is sent
 * @throws GitLabError DUO_CHAT_REFUSED, _LIMITED, _RESOURCE_UNKNOWN, _THREAD_LOST, _NO_ANSWER, _FAILED, _EMPTY, or
 *   why the instance could not be asked
 */
export async function askDuoChat(
  client: GitLabClient,
  question: ChatQuestion,
  options: AskOptions,
): Promise<ChatReply> {
  if (readChatLine(question.content).kind === "new-thread") return { kind: "new-thread" };
  const { clock, pausedMs = () => 0 } = options;
  const [startMs, pausedBefore] = [clock.monotonic(), pausedMs()];
  const sinceStart = (): number => clock.monotonic() - startMs - (pausedMs() - pausedBefore);
  try {
    const { requestId, threadId } = await send(client, question, options);
    const polled = await pollAnswer(client, { requestId, threadId }, { ...options, sinceStart });
    const { text: answer, firstTokenMs, polls, lateMs } = polled;
    return {
      kind: "answer",
      answer,
      threadId,
      requestId,
      activeMs: sinceStart(),
      lateMs,
      waitMs: pausedMs() - pausedBefore,
      firstTokenMs,
      polls,
      clipped: Array.from(answer).length >= keptChars,
    };
  } catch (error) {
    throw asChatFailure(error, clock.now());
  }
}

interface SentQuestion {
  readonly requestId: string;
  readonly threadId: string | undefined;
}

async function send(
  client: GitLabClient,
  { content, resourceId, threadId }: ChatQuestion,
  { signal }: AskOptions,
): Promise<SentQuestion> {
  const variables: JsonObject = {
    content,
    ...(resourceId !== undefined && { resourceId }),
    ...(threadId === undefined ? { conversationType: "DUO_CHAT" } : { threadId }),
  };
  const request = {
    document: askDocument,
    operationName: "AskDuoChat",
    variables,
    purpose: "asking Duo Chat",
    mutates: true,
  };
  const { aiAction: payload } = await client.graphql(request, signal);
  const { errors = [], requestId, threadId: begun } = isJsonObject(payload) ? payload : {};
  const words = Array.isArray(errors) ? errors.map(String) : [];
  if (words.length > 0) throw refusedQuestion(words);
  if (typeof requestId === "string" && requestId !== "") {
    return { requestId, threadId: typeof begun === "string" ? begun : threadId };
  }
  const message = "asking Duo Chat: GitLab took the question and named no request";
  throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", message, {
    hint: "check that the address is that of the GitLab instance",
  });
}
