import type { Clock } from "../../../core/clock.ts";
import { AppError } from "../../../core/errors/app-error.ts";
import { type AttemptTimer, readChunks, startAttemptTimer } from "../../../platform/index.ts";
import { TargetError } from "../target-error.ts";
import type { TargetNetwork } from "../target-player.ts";
import { connectionFailure, type Endpoint, namedEndpoint, statusFailure } from "./http-failure.ts";
import type { HttpTarget } from "./http-target.ts";
import { answerIn, readJson, type Told, toldIn } from "./read-answer.ts";
import type { HttpRequest } from "./request-of.ts";
import { StreamAnswer } from "./stream-answer.ts";

/** What one attempt gave. */
export interface EndpointAnswer extends Told {
  readonly answer: string;
  /** From sending to the end of the answer. */
  readonly activeMs: number;
  /** To the first part of an answer that comes in parts. */
  readonly firstTokenMs: number | undefined;
}

interface Asking {
  readonly clock: Clock;
  readonly network: TargetNetwork;
  readonly signal: AbortSignal;
  /** Takes out of texts what nobody is to read. */
  readonly hide: (text: string) => string;
}

/** One attempt. @throws TargetError for everything but an answer, AppError where the key is refused */
export async function askEndpoint(
  target: HttpTarget,
  request: HttpRequest,
  { clock, network, signal, hide }: Asking,
): Promise<EndpointAnswer> {
  const { timeoutMs } = target;
  const from = namedEndpoint(target.url, hide);
  const timer = startAttemptTimer({ idleMs: timeoutMs, totalMs: timeoutMs }, signal);
  const started = clock.monotonic();
  let hasAnswered = false;
  try {
    const { method, headers, body } = request;
    const init = { method, headers, redirect: "manual", signal: timer.signal } as const;
    const response = await network.fetch(request.url, {
      ...init,
      ...(body !== undefined && { body }),
    });
    hasAnswered = true;
    if (response.status < 200 || response.status > 299) {
      const text = await readText(response, target, timer);
      const { status, headers: told } = response;
      throw statusFailure({ status, headers: told, text }, from, clock.now());
    }
    let firstTokenMs: number | undefined;
    const onPart = (): void => {
      firstTokenMs ??= clock.monotonic() - started;
    };
    const read = await readAnswer(response, target, { timer, onPart, from });
    return { ...read, activeMs: clock.monotonic() - started, firstTokenMs };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw connectionFailure(error, from, { expiredMs: timer.expired, hasAnswered });
  } finally {
    timer.stop();
  }
}

interface Reading {
  readonly timer: AttemptTimer;
  readonly onPart: () => void;
  readonly from: Endpoint;
}

async function readAnswer(
  response: Response,
  target: HttpTarget,
  { timer, onPart, from }: Reading,
): Promise<Told & { readonly answer: string }> {
  const { answer: path, stream } = target;
  if (stream === undefined) {
    const value = readJson(await readText(response, target, timer), from);
    return { answer: answerIn(value, path ?? [], from), ...toldIn([value], target, from) };
  }
  const answer = new StreamAnswer(stream, onPart);
  await readBounded(response, target, (chunk) => {
    timer.touch();
    answer.add(chunk);
  });
  if (!answer.isDone) {
    const message = `the stream of ${from.url} ended before it said that the answer is whole`;
    const hint = "if it did say so, see `stream.done` of the target";
    const details = { outcome: "infra_error", retryable: true, hint } as const;
    throw new TargetError("TARGET_RESPONSE_CUT", message, details);
  }
  return { answer: answer.text, ...toldIn(answer.events, target, from) };
}

async function readText(
  response: Response,
  target: HttpTarget,
  timer: AttemptTimer,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  await readBounded(response, target, (chunk) => {
    timer.touch();
    chunks.push(chunk);
  });
  return Buffer.concat(chunks).toString("utf8");
}

/** What is thrown on the way gives up the rest of the response. */
async function readBounded(
  response: Response,
  { url, maxBytes }: HttpTarget,
  onChunk: (chunk: Uint8Array) => void,
): Promise<void> {
  let size = 0;
  await readChunks(response, (chunk) => {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const message = `the response of ${url} is larger than ${maxBytes} bytes`;
      const hint = "`max_bytes` of the target says how large it may be";
      throw new TargetError("TARGET_RESPONSE_TOO_LARGE", message, { outcome: "infra_error", hint });
    }
    onChunk(chunk);
  });
}
