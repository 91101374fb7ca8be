import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";

/** What a poll shows of the answer to a question. */
export type PolledAnswer =
  /** Nothing yet. */
  | { readonly kind: "waiting" }
  /** Pieces of an answer, which is not whole. */
  | { readonly kind: "begun" }
  | { readonly kind: "failed"; readonly errors: readonly string[] }
  | { readonly kind: "empty" }
  | { readonly kind: "answered"; readonly text: string };

/** More nodes are no answer to one question. */
const maxNodes = 1000;

/**
 * Reads the answer to one question from what `aiMessages` gave; undefined where that is not what the schema
 * promises. Messages of other requests and roles are passed over, pieces (`chunkId`) are no answer: public
 * sources of 18.x store none of them, so that a poll sees the whole message or nothing.
 */
export function readPolledAnswer(data: JsonObject, requestId: string): PolledAnswer | undefined {
  const messages = data["aiMessages"];
  const nodes = isJsonObject(messages) ? messages["nodes"] : undefined;
  if (!Array.isArray(nodes)) return undefined;
  const own = nodes
    .slice(0, maxNodes)
    .filter(isJsonObject)
    .filter((node) => node["requestId"] === requestId && node["role"] === "ASSISTANT");
  const whole = own.findLast((node) => (node["chunkId"] ?? null) === null);
  if (whole === undefined) return { kind: own.length > 0 ? "begun" : "waiting" };
  const errors = wordsOf(whole["errors"]);
  if (errors.length > 0) return { kind: "failed", errors };
  const content = whole["content"];
  if (typeof content !== "string" || content.trim() === "") return { kind: "empty" };
  return { kind: "answered", text: content };
}

function wordsOf(errors: JsonValue | undefined): readonly string[] {
  const all = Array.isArray(errors) ? errors : [errors ?? null];
  return all.flatMap((each) => (typeof each === "string" && each !== "" ? [each] : []));
}
