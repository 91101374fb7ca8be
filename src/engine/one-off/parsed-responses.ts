import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { ExecutedCall } from "../tools/execute-call.ts";

/** The results that are JSON objects, put into one; a later key replaces an earlier one. */
export function parsedResponses(executed: readonly ExecutedCall[]): PyDict {
  return new Map(executed.flatMap(({ facts }) => [...(readObject(facts.content) ?? [])]));
}

function readObject(text: string): PyDict | undefined {
  try {
    const value: PyValue = parsePyJson(text);
    return isPyDict(value) ? value : undefined;
  } catch (error) {
    if (error instanceof PyJsonError) return undefined;
    throw error;
  }
}
