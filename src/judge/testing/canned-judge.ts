import type { JsonObject } from "../../core/json.ts";
import {
  type ChatReply,
  type ChatRequest,
  judgeProtocol,
  type ModelClient,
  type ReplyPart,
  type StopReason,
} from "../../model/index.ts";

export const cannedUsage = {
  inputTokens: 10,
  outputTokens: 5,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
};

export function cannedReply(
  parts: readonly ReplyPart[],
  stopReason: StopReason = "tool_use",
): ChatReply {
  return {
    parts,
    stopReason,
    usage: cannedUsage,
    servedModel: "judge-1",
    firstTokenMs: 1,
    activeMs: 2,
    waitMs: 0,
    attempts: 1,
  };
}

/** A judge's call of its tool. */
export function cannedCall(args: JsonObject, name: string = judgeProtocol.toolName): ChatReply {
  return cannedReply([{ type: "tool_call", id: "c1", name, args }]);
}

/** A judge that keeps what it is asked, and answers by it. */
export interface CannedJudge {
  readonly client: ModelClient;
  readonly requests: ChatRequest[];
}

export function judgeBy(
  answer: (request: ChatRequest, number: number) => ChatReply | Error,
  id = "test/judge",
): CannedJudge {
  const requests: ChatRequest[] = [];
  const client: ModelClient = {
    id,
    kind: "live",
    async chat(request) {
      const said = answer(request, requests.length);
      requests.push(request);
      if (said instanceof Error) throw said;
      return said;
    },
  };
  return { client, requests };
}

/** A judge that answers with these, in order. */
export function judgeOf(...answers: readonly (ChatReply | Error)[]): CannedJudge {
  return judgeBy((_, number) => answers[number] ?? new Error("asked once too often"));
}

/** What a judge reads first: record, criteria, closing. */
export function promptOf(request: ChatRequest | undefined): string {
  const message = request?.messages[0];
  return message?.role === "user" ? message.text : "";
}
