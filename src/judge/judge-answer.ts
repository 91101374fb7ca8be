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
import { sourcesOf } from "./evidence.ts";
import { judgeFingerprint } from "./fingerprint.ts";
import type { JudgeInput } from "./judge-input.ts";
import { judgeRequest } from "./judge-request.ts";
import { readReply } from "./read-reply.ts";
import { transcriptParts } from "./transcript.ts";
import type { Judgment } from "./verdict.ts";

/** The first request and one repair. */
const maxRounds = 2;

/** One request to a judge, with what came of it. */
export interface JudgeCall {
  /** Full name of the model. */
  readonly model: string;
  readonly request: ChatRequest;
  readonly reply?: ChatReply;
  readonly error?: ModelError;
}

export interface JudgeOptions {
  /** Number of the trial, from 0. */
  readonly trial: number;
  /** SHA-256 in hex. */
  readonly hash: (text: string) => string;
  /** How often the judge is asked the same in all; 1 by default. */
  readonly votes?: number | undefined;
  /** Every request as it is answered, for the record. */
  readonly onModelCalled?: ((call: JudgeCall) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Asks a judge once about everything: a verdict on every criterion, a grade for every rubric. Only
 * what is complete, and whose evidence stands in what the judge was shown, counts; the judge may
 * repair it once.
 *
 * @throws ModelError when the key is refused or the model does not exist, and whatever else is not for
 * a trial to survive: a script without a reply, an abort.
 */
export async function judgeAnswer(
  input: JudgeInput,
  client: ModelClient,
  options: JudgeOptions,
): Promise<Judgment> {
  const { criteria, rubrics = [] } = input;
  if (criteria.length + rubrics.length === 0) throw new RangeError("there is nothing to judge");
  const { trial, votes = 1, hash } = options;
  const items = { criteria, rubrics };
  const parts = transcriptParts(input);
  const terms = { ...items, sources: sourcesOf(parts) };
  const fingerprint = judgeFingerprint({ model: client.id, votes, ...items }, hash);
  let request = judgeRequest({ parts, trial, votes, ...items });
  let usage = noUsage;
  let problems: readonly string[] = [];
  for (let round = 1; round <= maxRounds; round += 1) {
    const reply = await ask(client, request, options);
    if (reply instanceof ModelError) {
      const message = `judge: ${reply.message}`;
      return { type: "error", cause: "infra", message, usage, fingerprint };
    }
    usage = addUsage(usage, reply.usage);
    const reading = readReply(reply, terms);
    if (reading.type === "verdicts") return { ...reading, usage, fingerprint };
    if (reading.type === "unusable") return unusable(reading.reason, { usage, fingerprint });
    problems = reading.problems;
    request = repairRequest(request, reply, reading.answer);
  }
  const reason = `its verdicts could not be used, also after a repair: ${problems.join("; ")}`;
  return unusable(reason, { usage, fingerprint });
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
    onModelCalled?.({ model: client.id, request, reply });
    return reply;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    onModelCalled?.({ model: client.id, request, error });
    if (error.kind === "usage" || signal?.aborted === true) throw error;
    return error;
  }
}

function unusable(reason: string, about: Pick<Judgment, "usage" | "fingerprint">): Judgment {
  const message = `the judge gave no usable verdicts: ${reason}`;
  return { type: "error", cause: "judge", message, ...about };
}
