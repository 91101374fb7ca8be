import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { HumanDecision } from "../../engine/index.ts";
import { listOf } from "../check/list-of.ts";

/** Reads a `human:` list; what does not have the right form is left out, the schema has told. */
export function readHuman(value: JsonValue | undefined): readonly HumanDecision[] {
  return listOf(value).flatMap((entry): readonly HumanDecision[] => {
    if (entry === "approve") return [{ type: "approve" }];
    if (!isJsonObject(entry)) return [];
    const { reject, modify, reply } = entry;
    if (typeof reject === "string") return [{ type: "reject", message: reject }];
    if (typeof modify === "string") return [{ type: "modify", message: modify }];
    return typeof reply === "string" ? [{ type: "reply", message: reply }] : [];
  });
}
