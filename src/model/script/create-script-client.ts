import type { Clock } from "../../core/clock.ts";
import type { WireText, WireToolUse } from "../anthropic/messages-body.ts";
import { readMessagesBody } from "../anthropic/read-body/read-messages-body.ts";
import { toMessagesBody } from "../anthropic/to-messages-body.ts";
import {
  type ChatReply,
  type ChatRequest,
  type ModelClient,
  type ReplyListener,
  type ReplyPart,
  textOf,
} from "../chat.ts";
import { httpFailure } from "../http/http-failure.ts";
import { ModelError } from "../model-error.ts";
import { answerScript } from "./answer-script.ts";
import type { Script } from "./script.ts";

export interface ScriptClientOptions {
  readonly script: Script;
  readonly clock: Clock;
  /** `script/<file>`; the name of the script when left out. */
  readonly id?: string;
}

/** A model that says what a script says, and refuses what a real one would refuse. */
export function createScriptClient({ script, clock, id }: ScriptClientOptions): ModelClient {
  const player = { script, clock, model: `script/${script.name}` };
  return {
    id: id ?? player.model,
    kind: "script",
    chat: async (request, signal, listener) => {
      const reply = await play(player, request, signal);
      tellWords(reply, listener);
      return reply;
    },
  };
}

interface Player {
  readonly script: Script;
  readonly clock: Clock;
  readonly model: string;
}

async function play(
  { script, clock, model }: Player,
  request: ChatRequest,
  signal: AbortSignal | undefined,
): Promise<ChatReply> {
  signal?.throwIfAborted();
  const started = clock.monotonic();
  const reading = readMessagesBody(toMessagesBody(request, model));
  if (!reading.ok) throw refused(model, reading.message);
  const answer = answerScript(script, reading.body, request.trial);
  if (answer.delayMs > 0) await clock.sleep(answer.delayMs, signal);
  if (answer.type === "fault") {
    const { status, retryAfter } = answer;
    const headers = new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter });
    throw httpFailure({ model, status, headers, message: "as the script says", now: clock.now() });
  }
  const activeMs = clock.monotonic() - started;
  return {
    parts: answer.content.map(partOf),
    stopReason: answer.stopReason,
    usage: answer.usage,
    servedModel: model,
    firstTokenMs: activeMs,
    activeMs,
    waitMs: 0,
    attempts: 1,
  };
}

/** A script has all its words at once. */
function tellWords({ parts }: ChatReply, listener: ReplyListener | undefined): void {
  const text = textOf(parts);
  if (text !== "") listener?.onText(text);
}

function partOf(block: WireText | WireToolUse): ReplyPart {
  if (block.type === "text") return { type: "text", text: block.text };
  return { type: "tool_call", id: block.id, name: block.name, args: block.input };
}

function refused(model: string, message: string): ModelError {
  return new ModelError("MODEL_REQUEST_REFUSED", `${model}: ${message}`, {
    status: 400,
    type: "invalid_request_error",
    retryable: false,
  });
}
