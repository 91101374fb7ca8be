import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { CheckPath } from "./check-reader.ts";

/** Operators over all the arguments, whose operands name arguments too. */
const aroundMaps: ReadonlySet<string> = new Set(["$any", "$not", "$equals"]);

/** Where a matcher of arguments names one: paths that end in its name. */
export function parametersIn(spec: JsonValue): readonly CheckPath[] {
  if (!isJsonObject(spec)) return [];
  return Object.entries(spec).flatMap(([key, value]): readonly CheckPath[] => {
    if (!key.startsWith("$")) return [[key]];
    if (!aroundMaps.has(key)) return [];
    const inner = isJsonArray(value)
      ? value.flatMap((item, index) => parametersIn(item).map((path) => [index, ...path]))
      : parametersIn(value);
    return inner.map((path) => [key, ...path]);
  });
}

/** What a matcher says at one of those paths. */
export function valueIn(spec: JsonValue, path: CheckPath): JsonValue | undefined {
  let value: JsonValue | undefined = spec;
  for (const key of path) {
    if (isJsonArray(value) && typeof key === "number") value = value[key];
    else if (isJsonObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}
