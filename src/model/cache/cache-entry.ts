import { canonicalJson } from "../../core/canonical-json.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import type { ChatReply, ReplyPart, Usage } from "../chat.ts";

/** The text of an entry: sorted, on one line, and the same for the same reply. */
export function writeEntry(key: string, reply: ChatReply): string {
  const plain: JsonValue = JSON.parse(JSON.stringify({ version: 1, key, reply }));
  return `${canonicalJson(plain)}\n`;
}

/** The reply of an entry; undefined where it is not whole, or not the one of this key. */
export function readEntry(key: string, text: string): ChatReply | undefined {
  const entry = parsed(text);
  if (!isJsonObject(entry) || entry["version"] !== 1 || entry["key"] !== key) return undefined;
  const { reply } = entry;
  if (!isJsonObject(reply)) return undefined;
  const parts = partsOf(reply["parts"]);
  const usage = usageOf(reply["usage"]);
  const { stopReason, servedModel, requestId } = reply;
  const { firstTokenMs, activeMs, waitMs, attempts } = reply;
  if (parts === undefined || usage === undefined) return undefined;
  if (typeof stopReason !== "string" || typeof servedModel !== "string") return undefined;
  if (typeof firstTokenMs !== "number" || typeof activeMs !== "number") return undefined;
  if (typeof waitMs !== "number" || typeof attempts !== "number") return undefined;
  return {
    parts,
    stopReason,
    usage,
    servedModel,
    ...(typeof requestId === "string" && { requestId }),
    firstTokenMs,
    activeMs,
    waitMs,
    attempts,
  };
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function partsOf(value: JsonValue | undefined): readonly ReplyPart[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parts = value.flatMap((each: JsonValue) => partOf(each) ?? []);
  return parts.length === value.length ? parts : undefined;
}

function partOf(value: JsonValue): ReplyPart | undefined {
  if (!isJsonObject(value)) return undefined;
  const { type, text, id, name, args } = value;
  if (type === "text" && typeof text === "string") return { type, text };
  if (type !== "tool_call" || typeof id !== "string" || typeof name !== "string") return undefined;
  return isJsonObject(args) ? { type, id, name, args } : undefined;
}

function usageOf(value: JsonValue | undefined): Usage | undefined {
  if (!isJsonObject(value)) return undefined;
  const inputTokens = tokensOf(value, "inputTokens");
  const outputTokens = tokensOf(value, "outputTokens");
  const cacheReadTokens = tokensOf(value, "cacheReadTokens");
  const cacheWriteTokens = tokensOf(value, "cacheWriteTokens");
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  if (cacheReadTokens === undefined || cacheWriteTokens === undefined) return undefined;
  return { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens };
}

function tokensOf(usage: JsonObject, name: string): number | undefined {
  const tokens = usage[name];
  return typeof tokens === "number" && Number.isInteger(tokens) && tokens >= 0 ? tokens : undefined;
}
