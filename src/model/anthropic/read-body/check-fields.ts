import type { JsonObject } from "../../../core/json.ts";
import { checkBlocks } from "./check-blocks.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkKeys, firstOf, isList } from "./check.ts";

/** Everything that may stand at the top of a body. */
const known: ReadonlySet<string> = new Set([
  "cache_control",
  "container",
  "context_management",
  "diagnostics",
  "inference_geo",
  "max_tokens",
  "mcp_servers",
  "messages",
  "metadata",
  "model",
  "output_config",
  "service_tier",
  "speed",
  "stop_sequences",
  "stream",
  "system",
  "temperature",
  "thinking",
  "tool_choice",
  "tools",
  "top_k",
  "top_p",
]);

/** The fields at the top: which there must be, which there may be, and of what type. */
export function checkFields(body: JsonObject): string | undefined {
  return firstOf([
    checkModel(body),
    checkMaxTokens(body),
    body["messages"] === undefined ? "messages: Field required" : undefined,
    checkKeys(body, "", known),
    checkParameters(body),
    checkSystem(body),
    checkStopSequences(body),
    ["boolean", "undefined"].includes(typeof body["stream"])
      ? undefined
      : "stream: Input should be a valid boolean",
  ]);
}

function checkModel({ model }: JsonObject): string | undefined {
  if (model === undefined) return "model: Field required";
  if (typeof model !== "string") return "model: Input should be a valid string";
  return model === "" ? "model: String should have at least 1 character" : undefined;
}

function checkMaxTokens({ max_tokens }: JsonObject): string | undefined {
  if (max_tokens === undefined) return "max_tokens: Field required";
  if (!Number.isInteger(max_tokens)) return "max_tokens: Input should be a valid integer";
  return Number(max_tokens) < 1
    ? "max_tokens: Input should be greater than or equal to 1"
    : undefined;
}

function checkSystem({ system }: JsonObject): string | undefined {
  if (system === undefined || typeof system === "string") return undefined;
  return checkBlocks(system, "system", ["text"]);
}

function checkStopSequences({ stop_sequences: sequences }: JsonObject): string | undefined {
  if (sequences === undefined) return undefined;
  if (!isList(sequences)) return "stop_sequences: Input should be a valid list";
  for (const [index, sequence] of sequences.entries()) {
    if (typeof sequence !== "string") {
      return `stop_sequences.${index}: Input should be a valid string`;
    }
    if (sequence.trim() === "") {
      return "stop_sequences: each stop sequence must contain non-whitespace";
    }
  }
  return undefined;
}
