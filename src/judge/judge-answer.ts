import {
  addUsage,
  type ChatMessage,
  type ChatReply,
  type ChatRequest,
  type ModelClient,
  ModelError,
  noUsage,
  type ToolMessage,
} from "../model/index.ts";
import { judgeFingerprint } from "./fingerprint.ts";
import type { JudgeInput } from "./judge-input.ts";
import { judgeRequest } from "./judge-request.ts";
import { foldForQuotes } from "./quote.ts";
import { readReply } from "./read-reply.ts";
import { transcriptParts } from "./transcript.ts";
import type { Judgment } from "./verdict.ts";

/** The first request and one repair. */
const maxRounds = 2;

/** One request to a judge, with what came of it. */
export interface JudgeCall {
  readonly request: ChatRequest;
  readonly reply?: ChatReply;
  readonly error?: ModelError;
}

export interface JudgeOptions {
  /** Number of the trial, from 0. */
  readonly trial: number;
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
  /** Every request as it is answered, for the record. */
  readonly onModelCalled?: ((call: JudgeCall) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a judge for a verdict on every criterion. Only verdicts that are complete, and whose evidence
 * stands in what the judge was shown, count; the judge may repair them once.
 *
 * @throws ModelError when the key is refused or the model does not exist, and whatever else is not for
 * a trial to survive: a script without a reply, an abort.
 */
export async function judgeAnswer(
  input: JudgeInput,
  client: ModelClient,
  options: JudgeOptions,
): Promise<Judgment> {
  const { criteria } = input;
  if (criteria.length === 0) throw new RangeError("there is no criterion to judge");
  const parts = transcriptParts(input);
  const terms = { criteria, foldedTexts: parts.map(({ text }) => foldForQuotes(text)) };
  let request = judgeRequest({ parts, criteria, trial: options.trial });
  let usage = noUsage;
  let problems: readonly string[] = [];
  for (let round = 1; round <= maxRounds; round += 1) {
    const reply = await ask(client, request, options);
    if (reply instanceof ModelError) {
      return { type: "error", cause: "infra", message: `judge: ${reply.message}`, usage };
    }
    usage = addUsage(usage, reply.usage);
    const reading = readReply(reply, terms);
    if (reading.type === "verdicts") {
      const fingerprint = judgeFingerprint(client.id, criteria, options.hash);
      return { type: "verdicts", verdicts: reading.verdicts, usage, fingerprint };
    }
    if (reading.type === "unusable") return unusable(reading.reason, usage);
    problems = reading.problems;
    request = repairRequest(request, reply, reading.answer);
  }
  return unusable(
    `its verdicts could not be used, also after a repair: ${problems.join("; ")}`,
    usage,
  );
}

function repairRequest(request: ChatRequest, reply: ChatReply, answer: ToolMessage): ChatRequest {
  const said: ChatMessage = { role: "assistant", parts: reply.parts };
  return { ...request, messages: [...request.messages, said, answer] };
}

async function ask(
  client: ModelClient,
  request: ChatRequest,
  { onModelCalled, signal }: JudgeOptions,
): Promise<ChatReply | ModelError> {
  try {
    const reply = await client.chat(request, signal);
    onModelCalled?.({ request, reply });
    return reply;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    onModelCalled?.({ request, error });
    if (error.kind === "usage" || signal?.aborted === true) throw error;
    return error;
  }
}

function unusable(reason: string, usage: Judgment["usage"]): Judgment {
  return {
    type: "error",
    cause: "judge",
    message: `the judge gave no usable verdicts: ${reason}`,
    usage,
  };
}
