import { isJsonObject, type JsonValue } from "../../../../core/json.ts";
import type { SeedBlock } from "../core/seed-block.ts";

/** Maps of a project or group whose values have labels and milestones. */
const holders = ["epics", "issues", "merge_requests"] as const;

/** Names that things of a seed use under a key ("labels", "milestone") without saying more about them, sorted. */
export function impliedNames(block: SeedBlock, key: string): readonly string[] {
  const names = new Set<string>();
  for (const holder of holders) {
    for (const [, thing] of block.blocks(holder)) {
      for (const name of namesIn(thing.value(key))) names.add(name);
    }
  }
  return [...names].toSorted();
}

function namesIn(value: JsonValue): readonly string[] {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.filter((item: JsonValue) => !isJsonObject(item) && item !== null).map(String);
}
