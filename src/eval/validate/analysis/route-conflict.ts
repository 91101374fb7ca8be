import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { asTexts } from "../../check/text-list.ts";

/** What a `route` check says, in its long form. */
export function routeFields(value: JsonValue): JsonObject {
  return isJsonArray(value) ? { exact: value } : isJsonObject(value) ? value : {};
}

/** Why two `route` checks, or the parts of one, cannot both hold; undefined where they can. */
export function routeConflict(a: JsonObject, b: JsonObject): string | undefined {
  return oneWay(a, b) ?? oneWay(b, a);
}

function oneWay(a: JsonObject, b: JsonObject): string | undefined {
  const visited = ["exact", "in_order", "contains"].flatMap((key) => asTexts(a[key]));
  const never = asTexts(b["not_contains"]);
  const both = visited.find((name) => never.includes(name));
  if (both !== undefined) return `the route must go through ${both}, and must not`;
  const exact = asTexts(b["exact"]);
  if (exact.length === 0) return undefined;
  const whole = new Set([...exact, "end"]);
  const beside = visited.find((name) => !whole.has(name));
  if (beside !== undefined) return `the route must go through ${beside}, and is one without it`;
  const other = asTexts(a["exact"]);
  const differs = other.length > 0 && withoutEnd(other) !== withoutEnd(exact);
  return differs ? "the route must be two routes at once" : undefined;
}

function withoutEnd(names: readonly string[]): string {
  return JSON.stringify(names.at(-1) === "end" ? names.slice(0, -1) : names);
}
