import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import type { CompletionsBody } from "../completions-body.ts";
import { checkCallPairs } from "./check-call-pairs.ts";
import { checkMessageList } from "./check-message-list.ts";
import { checkOptions } from "./check-options.ts";
import { checkToolList } from "./check-tool-list.ts";

export type CompletionsReading =
  | { readonly ok: true; readonly body: CompletionsBody }
  | { readonly ok: false; readonly message: string };

/** Reads the body of a request for a chat completion as strictly as OpenAI: what it refuses is refused here. */
export function readCompletionsBody(value: unknown): CompletionsReading {
  if (!isJsonObject(value)) {
    return { ok: false, message: "We could not parse the JSON body of your request." };
  }
  const form = checkOptions(value) ?? checkMessageList(value) ?? checkToolList(value);
  if (!hasForm(value, form)) return { ok: false, message: form ?? "" };
  const message = checkCallPairs(value.messages);
  return message === undefined ? { ok: true, body: value } : { ok: false, message };
}

/** Says to the compiler what the checks have said. */
function hasForm(
  _value: JsonObject,
  problem: string | undefined,
): _value is JsonObject & CompletionsBody {
  return problem === undefined;
}
