import { isJsonObject, type JsonObject } from "../../../core/json.ts";

/** Everything that may stand at the top of a body. */
const known: ReadonlySet<string> = new Set([
  "audio",
  "frequency_penalty",
  "logit_bias",
  "logprobs",
  "max_completion_tokens",
  "max_tokens",
  "messages",
  "metadata",
  "modalities",
  "model",
  "n",
  "parallel_tool_calls",
  "prediction",
  "presence_penalty",
  "prompt_cache_key",
  "reasoning_effort",
  "response_format",
  "safety_identifier",
  "seed",
  "service_tier",
  "stop",
  "store",
  "stream",
  "stream_options",
  "temperature",
  "tool_choice",
  "tools",
  "top_logprobs",
  "top_p",
  "user",
  "verbosity",
  "web_search_options",
]);

const maxStops = 4;

/** The fields at the top that are neither messages nor tools. */
export function checkOptions(body: JsonObject): string | undefined {
  const unknown = Object.keys(body).find((key) => !known.has(key));
  if (unknown !== undefined) return `Unrecognized request argument supplied: ${unknown}`;
  const { model } = body;
  if (model === undefined || model === "") return "you must provide a model parameter";
  if (typeof model !== "string") return "Invalid type for 'model': expected a string.";
  return (
    checkLength(body) ??
    checkRange(body, "temperature", 2) ??
    checkRange(body, "top_p", 1) ??
    checkStop(body) ??
    checkStream(body) ??
    (body["n"] === undefined || body["n"] === 1 ? undefined : "Only n = 1 is simulated.")
  );
}

function checkLength(body: JsonObject): string | undefined {
  const keys = ["max_tokens", "max_completion_tokens"].filter((key) => body[key] !== undefined);
  if (keys.length > 1) {
    return "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.";
  }
  for (const key of keys) {
    if (!Number.isInteger(body[key])) return `Invalid type for '${key}': expected an integer.`;
    if (Number(body[key]) < 1) {
      return `Invalid '${key}': integer below minimum value. Expected a value >= 1, but got ${Number(body[key])} instead.`;
    }
  }
  return undefined;
}

function checkRange(body: JsonObject, key: string, most: number): string | undefined {
  const { [key]: value } = body;
  if (value === undefined) return undefined;
  if (typeof value !== "number") return `Invalid type for '${key}': expected a decimal.`;
  if (value >= 0 && value <= most) return undefined;
  return `Invalid '${key}': expected a value from 0 to ${most}, but got ${value} instead.`;
}

function checkStop({ stop }: JsonObject): string | undefined {
  if (stop === undefined || typeof stop === "string") return undefined;
  const isList = Array.isArray(stop) && stop.every((item) => typeof item === "string");
  if (!isList) return "Invalid type for 'stop': expected a string or a list of strings.";
  return stop.length <= maxStops
    ? undefined
    : `Invalid 'stop': array too long. Expected an array with maximum length ${maxStops}, but got an array with length ${stop.length} instead.`;
}

function checkStream({ stream, stream_options: options }: JsonObject): string | undefined {
  if (stream !== undefined && typeof stream !== "boolean") {
    return "Invalid type for 'stream': expected a boolean.";
  }
  if (options === undefined) return undefined;
  if (stream !== true) {
    return "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
  }
  if (!isJsonObject(options)) return "Invalid type for 'stream_options': expected an object.";
  const { include_usage: usage, ...others } = options;
  const [other] = Object.keys(others);
  if (other !== undefined) return `Unknown parameter: 'stream_options.${other}'.`;
  return usage === undefined || typeof usage === "boolean"
    ? undefined
    : "Invalid type for 'stream_options.include_usage': expected a boolean.";
}
