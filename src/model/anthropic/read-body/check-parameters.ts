import { isJsonObject, type JsonObject } from "../../../core/json.ts";
import { checkCacheControl } from "./check-cache-control.ts";
import { checkKeys, firstOf } from "./check.ts";

const metadataKeys: ReadonlySet<string> = new Set(["user_id"]);
const thinkingKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["adaptive", new Set(["type", "display"])],
  ["between_tools", new Set(["type"])],
  ["disabled", new Set(["type"])],
  ["enabled", new Set(["type", "budget_tokens", "display"])],
]);
const leastBudget = 1024;

/** The fields at the top that flowproof itself never sends. */
export function checkParameters(body: JsonObject): string | undefined {
  return firstOf([
    checkMetadata(body),
    checkThinking(body),
    checkCacheControl(body["cache_control"], ""),
  ]);
}

function checkMetadata({ metadata }: JsonObject): string | undefined {
  if (metadata === undefined) return undefined;
  if (!isJsonObject(metadata)) return "metadata: Input should be a valid dictionary";
  const { user_id: user = null } = metadata;
  if (user !== null && typeof user !== "string") {
    return "metadata.user_id: Input should be a valid string";
  }
  return checkKeys(metadata, "metadata", metadataKeys);
}

function checkThinking({ thinking, max_tokens: maxTokens }: JsonObject): string | undefined {
  if (thinking === undefined) return undefined;
  if (!isJsonObject(thinking)) return "thinking: Input should be a valid dictionary";
  const { type, budget_tokens: budget } = thinking;
  if (type === undefined) return "thinking.type: Field required";
  const known = typeof type === "string" ? thinkingKeys.get(type) : undefined;
  if (typeof type !== "string" || known === undefined) {
    return `thinking: Input tag ${JSON.stringify(type)} found using 'type' does not match any of the expected tags: ${[...thinkingKeys.keys()].map((tag) => `'${tag}'`).join(", ")}`;
  }
  if (type === "enabled") {
    const at = "thinking.enabled.budget_tokens";
    if (budget === undefined) return `${at}: Field required`;
    if (!Number.isInteger(budget)) return `${at}: Input should be a valid integer`;
    if (Number(budget) < leastBudget) {
      return `${at}: Input should be greater than or equal to ${leastBudget}`;
    }
    if (Number(budget) >= Number(maxTokens)) {
      return "`max_tokens` must be greater than `thinking.budget_tokens`.";
    }
  }
  return checkKeys(thinking, `thinking.${type}`, known);
}
