import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonValue } from "../../core/json.ts";
import { sha256Hex } from "../../platform/index.ts";
import type { ChatRequest } from "../chat.ts";

/** Which model is asked, where, and how: the same words to another are another question. */
export interface CacheOrigin {
  /** Of the provider, which also says which API it speaks. */
  readonly provider: string;
  readonly model: string;
  /** Undefined for the provider's own. */
  readonly baseUrl?: string | undefined;
  /** Whether tools are offered in the prompt. */
  readonly promptedTools: boolean;
}

/** A request in its place. */
export interface CachedRequest {
  readonly request: ChatRequest;
  /** What keeps the same words of others apart: a trial of a case of a target; empty outside of trials. */
  readonly scope: string;
  /** How often the very same was asked before in this scope: votes of a judge are not one vote. */
  readonly repeat: number;
  /** What users change to begin anew. */
  readonly epoch: string;
}

/** To be raised when what we send for the same request changes, as all replies are to other words then. */
const wireVersion = 1;

/** SHA-256 of everything that a reply may depend on. */
export function cacheKey(origin: CacheOrigin, asked: CachedRequest): string {
  const { request, scope, repeat, epoch } = asked;
  const { system, messages, tools, toolChoice, maxTokens, temperature, stop, trial } = request;
  const material = {
    wireVersion,
    provider: origin.provider,
    model: origin.model,
    baseUrl: origin.baseUrl?.replace(/\/+$/, "") ?? "",
    promptedTools: origin.promptedTools,
    // What the provider keeps of a prompt changes its price and not its meaning.
    system: system.map(({ text }) => text),
    messages,
    tools,
    toolChoice: toolChoice ?? null,
    maxTokens,
    temperature: temperature ?? null,
    stop: stop ?? null,
    trial,
    scope,
    repeat,
    epoch,
  };
  const plain: JsonValue = JSON.parse(JSON.stringify(material));
  return sha256Hex(canonicalJson(plain));
}
