import { jsonMessage } from "./json-message.ts";
import { pieces } from "./pieces.ts";
import { type SimulatedMessage, wireUsage } from "./simulated-message.ts";

type Block = SimulatedMessage["reply"]["content"][number];

/** A message as the API streams it: server-sent events, texts and arguments in several pieces. */
export function messageEvents(message: SimulatedMessage): string {
  const usage = wireUsage(message);
  const start = { ...jsonMessage(message), content: [], stop_reason: null };
  return [
    event("message_start", { message: { ...start, usage: { ...usage, output_tokens: 1 } } }),
    event("ping", {}),
    ...message.reply.content.flatMap(blockEvents),
    event("message_delta", {
      delta: { stop_reason: message.reply.stopReason, stop_sequence: null },
      usage,
    }),
    event("message_stop", {}),
  ].join("");
}

function blockEvents(block: Block, index: number): readonly string[] {
  const isText = block.type === "text";
  const content_block = isText ? { ...block, text: "" } : { ...block, input: {} };
  const deltas = isText
    ? pieces(block.text).map((text) => ({ type: "text_delta", text }))
    : ["", ...pieces(JSON.stringify(block.input))].map((partial_json) => ({
        type: "input_json_delta",
        partial_json,
      }));
  return [
    event("content_block_start", { index, content_block }),
    ...deltas.map((delta) => event("content_block_delta", { index, delta })),
    event("content_block_stop", { index }),
  ];
}

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}
