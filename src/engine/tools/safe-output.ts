import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { pyStr } from "../../core/python/py-str.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { type Redact, sanitizeToolOutput, truncateToolOutput } from "../../tools/index.ts";

/** What a tool gave: without secrets, cut to the size that may be kept, hidden instructions disarmed. */
export function safeValue(tool: string, value: PyValue, redact: Redact): PyValue {
  const text = typeof value === "string" ? value : dumpPyJson(value);
  const kept = truncateToolOutput(redact(text), tool);
  // A map stays a map where nothing had to be taken out of it.
  return sanitizeToolOutput(typeof value !== "string" && kept === text ? value : kept, tool);
}

/** A safe value as the text of a tool message. The service prints maps as Python would. */
export function contentOf(safe: PyValue, compat: boolean): string {
  if (typeof safe === "string") return safe;
  return compat && isPyDict(safe) ? pyStr(safe) : dumpPyJson(safe);
}

/** An error text, with what others may have hidden in it disarmed. */
export function safeError(tool: string, text: string): string {
  return contentOf(sanitizeToolOutput(text, tool), false);
}
