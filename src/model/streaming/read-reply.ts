import type { Clock } from "../../core/clock.ts";
import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";
import type { AttemptTimer } from "../../platform/index.ts";
import type { ChatReply } from "../chat.ts";
import type { HeardWords } from "../heard-words.ts";
import { type FailureContext, replyCut, unreadable } from "./reply-failure.ts";
import type { ReplyStream } from "./reply-stream.ts";
import { readEvents } from "./stream-events.ts";

export interface Reading {
  readonly clock: Clock;
  /** When the attempt began, by the monotonic clock. */
  readonly started: number;
  /** The name that was asked for. */
  readonly name: string;
  readonly timer: AttemptTimer;
  readonly context: FailureContext;
  /** What takes the events. */
  readonly stream: ReplyStream;
  /** Told of the words as they come. */
  readonly heard: HeardWords;
}

/** What may still come after a reply that is complete: the end of the response, nothing else. */
const closingMs = 500;
const maxPageBytes = 2000;

/**
 * Reads a reply from its stream.
 *
 * @throws ModelError when the stream holds an error, or ends before the reply does.
 */
export async function readReply(response: Response, reading: Reading): Promise<ChatReply> {
  const { clock, started, timer, context, stream, heard } = reading;
  await refuseOtherContent(response, context);
  const times = { first: 0, last: 0 };
  let isClosing = false;
  try {
    await readEvents(response, (data) => {
      timer.touch();
      const wasEmpty = !stream.hasContent;
      const words = stream.add(data);
      if (wasEmpty && stream.hasContent) times.first = clock.monotonic() - started;
      heard.add(words);
      if (!stream.isComplete || isClosing) return;
      isClosing = true;
      times.last = clock.monotonic() - started;
      // Reading on to the end leaves the connection for the next request.
      timer.finishWithin(closingMs);
    });
  } catch (error) {
    if (!stream.isComplete) throw error;
  }
  if (!isClosing) times.last = clock.monotonic() - started;
  return finished(response, reading, times);
}

function finished(
  response: Response,
  { name, context, stream }: Reading,
  times: { readonly first: number; readonly last: number },
): ChatReply {
  const reply = stream.reply();
  if (reply === undefined) throw replyCut(context, "no end of the message");
  const requestId = response.headers.get(context.requestIdHeader);
  return {
    parts: reply.parts,
    stopReason: reply.stopReason,
    usage: reply.usage,
    servedModel: reply.servedModel === "" ? name : reply.servedModel,
    ...(requestId === null ? {} : { requestId }),
    firstTokenMs: stream.hasContent ? times.first : times.last,
    activeMs: times.last,
    waitMs: 0,
    attempts: 1,
  };
}

/** A login page or a proxy's notice with status 200 must not pass for a stream without events. */
async function refuseOtherContent(response: Response, context: FailureContext): Promise<void> {
  const type = response.headers.get("content-type") ?? "text/event-stream";
  if (type.includes("text/event-stream")) return;
  const start = clip(foldWhitespace(printable(context.redact(await startOfBody(response)))), 80);
  throw unreadable(context, `${type}, which begins ${JSON.stringify(start)}`);
}

async function startOfBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= maxPageBytes) break;
  }
  return text;
}
