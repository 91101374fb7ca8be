import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";

/** How many values a matcher holds for, as far as its form alone tells: `some` is also "not known". */
export type MatcherRange = "all" | "some" | "none";

/** What is matched: arguments are always a map, anything else may be there or not. */
export type MatcherDomain = "map" | "any";

/** Whether a matcher holds for every value or for none, so that it cannot tell one from another. */
export function matcherRange(spec: JsonValue, domain: MatcherDomain): MatcherRange {
  if (!isJsonObject(spec)) return domain === "map" ? "none" : "some";
  const entries = Object.entries(spec);
  if (!entries.some(([key]) => key.startsWith("$"))) {
    const inner = entries.map(([, value]) => matcherRange(value, "any"));
    if (inner.includes("none")) return "none";
    return domain === "map" && inner.every((range) => range === "all") ? "all" : "some";
  }
  const ranges = entries.map(([key, operand]) => operatorRange(key, operand, domain));
  if (ranges.includes("none") || contradicts(spec)) return "none";
  return ranges.every((range) => range === "all") ? "all" : "some";
}

/** Whether operators of one map rule each other out: no number is above 5 and below 3, nothing absent is a text. */
function contradicts(spec: JsonObject): boolean {
  if (spec["$exists"] === false && Object.keys(spec).some((key) => wantsValue.has(key)))
    return true;
  const bounds = (keys: readonly string[]): readonly number[] =>
    keys.flatMap((key) => (typeof spec[key] === "number" ? [spec[key]] : []));
  const low = Math.max(...bounds(["$gt", "$gte"]));
  const high = Math.min(...bounds(["$lt", "$lte"]));
  const isOpen = spec["$gt"] === low || spec["$lt"] === high;
  return low > high || (low === high && isOpen);
}

const opposite: Readonly<Record<MatcherRange, MatcherRange>> = {
  all: "none",
  some: "some",
  none: "all",
};
/** What these look for is no map. */
const neverMaps: ReadonlySet<string> = new Set([
  "$contains",
  "$icontains",
  "$regex",
  "$gt",
  "$gte",
  "$lt",
  "$lte",
]);

/** What holds for no value that is not there. */
const wantsValue: ReadonlySet<string> = new Set([...neverMaps, "$type", "$equals", "$in"]);

/** Whether a value that is there and one that is not are both among the choices. */
function saysBoth(choices: readonly JsonValue[]): boolean {
  const said = new Set(
    choices.map((choice) =>
      isJsonObject(choice) && Object.keys(choice).length === 1 ? choice["$exists"] : undefined,
    ),
  );
  return said.has(true) && said.has(false);
}

function operatorRange(key: string, operand: JsonValue, domain: MatcherDomain): MatcherRange {
  if (key === "$not") return opposite[matcherRange(operand, domain)];
  if (key === "$any" && isJsonArray(operand)) {
    const ranges = operand.map((choice) => matcherRange(choice, domain));
    if (ranges.includes("all") || saysBoth(operand)) return "all";
    return ranges.every((range) => range === "none") ? "none" : "some";
  }
  if (domain === "any") return "some";
  if (neverMaps.has(key)) return "none";
  if (key === "$exists") return operand === true ? "all" : "none";
  if (key === "$type") {
    const types = isJsonArray(operand) ? operand : [operand];
    return types.includes("object") ? "all" : "none";
  }
  if (key === "$equals") return isJsonObject(operand) ? "some" : "none";
  if (key === "$in" && isJsonArray(operand)) return operand.some(isJsonObject) ? "some" : "none";
  return "some";
}
