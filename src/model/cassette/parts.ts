import type { ChatMessage, ReplyPart } from "../chat.ts";
import type { CassetteFileMessage, CassetteFilePart, CassetteFileReply } from "./cassette-file.ts";
import type { CassetteReply } from "./cassette.ts";
import { isHeldByYaml, readHeldJson } from "./held-json.ts";

/** A message as a file holds it. */
export function messageToFile(message: ChatMessage): CassetteFileMessage {
  if (message.role === "user") return { role: "user", text: message.text };
  if (message.role === "assistant") {
    return { role: "assistant", parts: message.parts.map(partToFile) };
  }
  const { callId, name, content, isError } = message;
  return { role: "tool", call_id: callId, name, ...(isError && { is_error: true }), content };
}

/** A message of a file; undefined for what is none. */
export function messageFromFile(message: CassetteFileMessage): ChatMessage | undefined {
  const { role, text, parts, call_id: callId, name, content, is_error: isError = false } = message;
  if (role === "user" && text !== undefined) return { role, text };
  if (role === "tool" && callId !== undefined && name !== undefined && content !== undefined) {
    return { role, callId, name, content, isError };
  }
  const read = role === "assistant" && parts !== undefined ? partsFromFile(parts) : undefined;
  return read && { role: "assistant", parts: read };
}

export function replyToFile(reply: CassetteReply): CassetteFileReply {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = reply.usage;
  return {
    parts: reply.parts.map(partToFile),
    stop: endOf(reply.stopReason),
    served_model: reply.servedModel,
    usage: {
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      ...(cacheReadTokens > 0 && { cache_read_tokens: cacheReadTokens }),
      ...(cacheWriteTokens > 0 && { cache_write_tokens: cacheWriteTokens }),
    },
  };
}

/** A reply of a file; undefined for what is none. */
export function replyFromFile(reply: CassetteFileReply): CassetteReply | undefined {
  const { stop, served_model: servedModel, usage } = reply;
  const parts = partsFromFile(reply.parts);
  return (
    parts && {
      parts,
      stopReason: stop,
      servedModel,
      usage: {
        inputTokens: usage.input_tokens,
        outputTokens: usage.output_tokens,
        cacheReadTokens: usage.cache_read_tokens ?? 0,
        cacheWriteTokens: usage.cache_write_tokens ?? 0,
      },
    }
  );
}

/** Only replies that are whole are kept, and these are their ends. */
function endOf(stopReason: string): CassetteFileReply["stop"] {
  return stopReason === "tool_use" || stopReason === "stop_sequence" ? stopReason : "end_turn";
}

function partToFile(part: ReplyPart): CassetteFilePart {
  if (part.type === "text") return { text: part.text };
  const { id, name } = part;
  if (part.type === "invalid_tool_call") return { invalid_call: name, id, raw: part.raw };
  const { args } = part;
  return isHeldByYaml(args)
    ? { call: name, id, args }
    : { call: name, id, args_json: JSON.stringify(args) };
}

function partsFromFile(parts: readonly CassetteFilePart[]): readonly ReplyPart[] | undefined {
  const read = parts.flatMap((part) => partFromFile(part) ?? []);
  return read.length < parts.length ? undefined : read;
}

function partFromFile(part: CassetteFilePart): ReplyPart | undefined {
  const { text, call, invalid_call: invalid, id, args_json: json, raw } = part;
  if (text !== undefined) return { type: "text", text };
  if (id === undefined) return undefined;
  if (invalid !== undefined) {
    return raw === undefined ? undefined : { type: "invalid_tool_call", id, name: invalid, raw };
  }
  const args = part.args ?? (json === undefined ? undefined : readHeldJson(json));
  if (call === undefined || args === undefined) return undefined;
  return { type: "tool_call", id, name: call, args };
}
