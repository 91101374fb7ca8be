import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { pyStr } from "../../core/python/py-str.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { type Redact, sanitizeToolOutput, truncateToolOutput } from "../../tools/index.ts";
import { redactValue } from "./redact-value.ts";

/** What a tool gave: without secrets, cut to the size that may be kept, hidden instructions disarmed. */
export function safeValue(tool: string, value: PyValue, redact: Redact): PyValue {
  const clean = redactValue(value, redact);
  const text = typeof clean === "string" ? clean : dumpPyJson(clean);
  const kept = truncateToolOutput(text, tool);
  // A map stays a map unless it has to be cut.
  return sanitizeToolOutput(kept === text ? clean : kept, tool);
}

/** A safe value as the text of a tool message. The service prints maps as Python would. */
export function contentOf(safe: PyValue, compat: boolean): string {
  if (typeof safe === "string") return safe;
  return compat && isPyDict(safe) ? pyStr(safe) : dumpPyJson(safe);
}

/** An error text, as safe as a result: it may repeat anything that a tool or a model wrote. */
export function safeError(tool: string, text: string, redact: Redact): string {
  return contentOf(safeValue(tool, text, redact), false);
}
