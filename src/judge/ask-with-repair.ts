import {
  addUsage,
  type ChatMessage,
  type ChatReply,
  type ChatRequest,
  type ModelClient,
  ModelError,
  noUsage,
  type ToolMessage,
  type Usage,
} from "../model/index.ts";

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

export interface AskOptions {
  /** Every request as it is answered, for the record. */
  readonly onModelCalled?: ((call: JudgeCall) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a reply comes to that holds nothing that counts. */
export type FailedReading =
  /** Wrong in a way that the judge can repair when it is told. */
  | { readonly type: "repair"; readonly problems: readonly string[]; readonly answer: ToolMessage }
  | { readonly type: "unusable"; readonly reason: string };

/** What a reply comes to. */
export type ReplyReading<T> = { readonly type: "read"; readonly value: T } | FailedReading;

interface Asking<T> extends AskOptions {
  readonly read: (reply: ChatReply) => ReplyReading<T>;
  /** What is asked for, for messages: `verdicts`. */
  readonly sought: string;
}

/** What a judge was asked for, or why there is none. */
export type Asked<T> =
  | { readonly type: "read"; readonly value: T; readonly usage: Usage }
  | {
      readonly type: "error";
      /** `infra` when the provider or the network failed; `judge` when the answer could not be used. */
      readonly cause: "judge" | "infra";
      readonly message: string;
      readonly usage: Usage;
    };

/**
 * Asks a judge, and once more where its reply can be repaired.
 *
 * @throws ModelError when the key is refused or the model does not exist, and whatever else is not for
 * a trial to survive: a script without a reply, an abort.
 */
export async function askWithRepair<T>(
  first: ChatRequest,
  client: ModelClient,
  { read, sought, ...options }: Asking<T>,
): Promise<Asked<T>> {
  const unusable = (reason: string): Asked<T> => {
    const message = `the judge gave no usable ${sought}: ${reason}`;
    return { type: "error", cause: "judge", message, usage };
  };
  let request = first;
  let usage = noUsage;
  let problems: readonly string[] = [];
  for (let round = 1; round <= maxRounds; round += 1) {
    const reply = await ask(client, request, options);
    if (reply instanceof ModelError) {
      return { type: "error", cause: "infra", message: `judge: ${reply.message}`, usage };
    }
    usage = addUsage(usage, reply.usage);
    const reading = read(reply);
    if (reading.type === "read") return { ...reading, usage };
    if (reading.type === "unusable") return unusable(reading.reason);
    problems = reading.problems;
    request = repairRequest(request, reply, reading.answer);
  }
  return unusable(`its ${sought} could not be used, also after a repair: ${problems.join("; ")}`);
}

function repairRequest(request: ChatRequest, reply: ChatReply, answer: ToolMessage): ChatRequest {
  const said: ChatMessage = { role: "assistant", parts: reply.parts };
  return { ...request, messages: [...request.messages, said, answer] };
}

async function ask(
  client: ModelClient,
  request: ChatRequest,
  { onModelCalled, signal }: AskOptions,
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
