import { dumpPyJson } from "../../core/python/dump-py-json.ts";
import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { FlowFailure } from "../flow-failure.ts";
import type { ContextEnvelope } from "../run-options.ts";

/** The category under which the session's log of a turn arrives that the user stopped. */
export const canceledTurnCategory = "cancelled_turn";

const maxEntries = 20;
const maxBytes = 32 * 1024;

/**
 * The log of a stopped turn as the service keeps it: what user and agent said, the latest of it, and no
 * more than fits. The service writes it itself; here, where no turn can be stopped, the caller does.
 */
export function canceledTurn(envelopes: readonly ContextEnvelope[]): readonly PyDict[] | undefined {
  const last = envelopes.findLast(({ category }) => category === canceledTurnCategory);
  if (last === undefined) return undefined;
  let entries = readEntries(last).slice(-maxEntries);
  while (entries.length > 0 && bytesOf(entries) > maxBytes) entries = entries.slice(1);
  return entries;
}

function readEntries({ content = "" }: ContextEnvelope): readonly PyDict[] {
  const value = readJson(content);
  if (!Array.isArray(value)) throw invalid("it is not a list of entries");
  return (value as readonly PyValue[]).filter(isPyDict).filter((entry) => {
    const type = entry.get("message_type");
    return type === "user" || type === "agent";
  });
}

function readJson(text: string): PyValue {
  try {
    return parsePyJson(text);
  } catch (error) {
    if (error instanceof PyJsonError) throw invalid(`it is not JSON: ${error.message}`);
    throw error;
  }
}

function bytesOf(entries: readonly PyDict[]): number {
  return new TextEncoder().encode(dumpPyJson(entries)).length;
}

function invalid(problem: string): FlowFailure {
  const text = `the additional context "${canceledTurnCategory}" cannot be used: ${problem}`;
  return new FlowFailure("invalid_context", text);
}
