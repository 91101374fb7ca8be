import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { Target } from "./target.ts";

/** Everything about a target that decides what it does, besides its model. */
export function targetContent(target: Target): JsonObject {
  if (target.kind === "http") return { http: target.source };
  if (target.kind === "recorded") return { recorded: target.text };
  if (target.kind === "duo_chat") {
    return { duo_chat: { url: target.url, resource: target.resource ?? null } };
  }
  return {
    flow: { source: target.source, version: target.version },
    session: plainJson(target.session),
    registries: Object.fromEntries(target.registryTexts),
    ...(target.kind === "chat" ? { inputs: target.inputs } : {}),
  };
}

/** Without what is undefined, which JSON does not have. */
function plainJson(value: object): JsonValue {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}
