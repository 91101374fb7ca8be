import type { Clock } from "../../core/clock.ts";
import type { GitLabClient } from "../create-gitlab-client.ts";
import { GitLabError } from "../gitlab-error.ts";
import { pollDocument } from "./chat-documents.ts";
import { failedAnswer } from "./chat-failure.ts";
import { type PolledAnswer, readPolledAnswer } from "./chat-message.ts";

export interface PollOptions {
  /** Pause before the second poll, in milliseconds; each is half as long again as the one before. 1000 when left out. */
  readonly pollMs?: number;
  /** No pause is longer. 5000 when left out, which is how often GitLab's own editors look. */
  readonly maxPollMs?: number;
  /** How long an answer is waited for, pauses of the client left out; two minutes when left out. */
  readonly maxMs?: number;
  /** Told before each pause between polls. */
  readonly onPoll?: (poll: { readonly polls: number; readonly waitedMs: number }) => void;
}

interface Polling extends PollOptions {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since the question was sent, pauses of the client left out. */
  readonly sinceStart: () => number;
}

export interface PolledText {
  readonly text: string;
  readonly polls: number;
  readonly firstTokenMs: number | undefined;
  readonly lateMs: number;
}

const growth = 1.5;
/** However short the pauses are set, an instance is not asked more often. */
const shortestMs = 100;

/** Looks for the answer to a request until it is there. @throws GitLabError */
export async function pollAnswer(
  client: GitLabClient,
  { requestId, threadId }: { readonly requestId: string; readonly threadId: string | undefined },
  polling: Polling,
): Promise<PolledText> {
  const { clock, signal, sinceStart, maxMs = 120_000, maxPollMs = 5000, pollMs = 1000 } = polling;
  const longest = Math.max(maxPollMs, shortestMs);
  let pause = Math.min(Math.max(pollMs, shortestMs), longest);
  let [lateMs, firstTokenMs]: [number, number | undefined] = [0, undefined];
  const variables = { requestIds: [requestId], ...(threadId !== undefined && { threadId }) };
  for (let polls = 1; ; polls += 1) {
    const data = await client.graphql({ ...request, variables }, signal);
    const polled = readPolledAnswer(data, requestId);
    const text = settled(polled);
    if (text !== undefined) return { text, polls, firstTokenMs, lateMs };
    const waitedMs = sinceStart();
    if (polled?.kind === "begun") firstTokenMs ??= waitedMs;
    if (waitedMs >= maxMs) throw noAnswer(waitedMs, polls);
    polling.onPoll?.({ polls, waitedMs });
    lateMs = Math.min(pause, maxMs - waitedMs);
    await clock.sleep(lateMs, signal);
    pause = Math.min(pause * growth, longest);
  }
}

const request = {
  document: pollDocument,
  operationName: "PollDuoChat",
  purpose: "waiting for Duo Chat",
};

/** The text of an answer; undefined while there is none. @throws GitLabError for one that is no answer */
function settled(polled: PolledAnswer | undefined): string | undefined {
  if (polled === undefined) {
    const message = "waiting for Duo Chat: GitLab gave no list of messages";
    throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", message, {
      hint: "check that the address is that of the GitLab instance",
    });
  }
  if (polled.kind === "failed") throw failedAnswer(polled.errors);
  if (polled.kind === "empty") {
    throw new GitLabError("DUO_CHAT_EMPTY", "Duo Chat answered with an empty message", {
      hint: "ask again; if it stays so, the instance's logs say more",
    });
  }
  return polled.kind === "answered" ? polled.text : undefined;
}

function noAnswer(waitedMs: number, polls: number): GitLabError {
  const message = `Duo Chat took the question and did not answer within ${Math.round(waitedMs / 1000)} s (${polls} polls)`;
  return new GitLabError("DUO_CHAT_NO_ANSWER", message, {
    retryable: true,
    hint: "ask again later, or wait longer",
  });
}
