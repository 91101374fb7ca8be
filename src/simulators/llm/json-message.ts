import { type SimulatedMessage, type WireUsage, wireUsage } from "./simulated-message.ts";

/** A message as the API answers it in one piece. */
export interface JsonMessage {
  readonly id: string;
  readonly type: "message";
  readonly role: "assistant";
  readonly model: string;
  readonly content: readonly unknown[];
  readonly stop_reason: string | null;
  readonly stop_sequence: null;
  readonly usage: WireUsage;
}

/** The whole message at once. */
export function jsonMessage(message: SimulatedMessage): JsonMessage {
  return {
    id: message.id,
    type: "message",
    role: "assistant",
    model: message.model,
    content: message.reply.content,
    stop_reason: message.reply.stopReason,
    stop_sequence: null,
    usage: wireUsage(message),
  };
}
