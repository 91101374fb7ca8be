import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import type { MessagesBody } from "../messages-body.ts";
import { modelTraits } from "../model-traits.ts";
import { checkFields } from "./check-fields.ts";
import { checkMessages } from "./check-messages.ts";
import { checkModelLimits } from "./check-model-limits.ts";
import { checkPairs } from "./check-pairs.ts";
import { checkTools } from "./check-tools.ts";

export type BodyReading =
  | { readonly ok: true; readonly body: MessagesBody }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the body of a request as strictly as the Messages API: what it refuses with status 400 is refused
 * here, with its message. The simulator and the script provider share it, so that a request that would
 * fail with a real model does not pass with a script.
 */
export function readMessagesBody(value: unknown, version?: string): BodyReading {
  if (!isJsonObject(value)) return { ok: false, message: "Input should be a valid dictionary" };
  const form = checkFields(value) ?? checkMessages(value);
  if (!hasForm(value, form)) return { ok: false, message: form ?? "" };
  const traits = modelTraits(value.model);
  const message =
    checkTools(value, traits) ??
    checkPairs(value.messages) ??
    checkModelLimits(value, traits, version);
  return message === undefined ? { ok: true, body: value } : { ok: false, message };
}

/** Says to the compiler what the checks have said. */
function hasForm(
  _value: JsonObject,
  problem: string | undefined,
): _value is JsonObject & MessagesBody {
  return problem === undefined;
}
