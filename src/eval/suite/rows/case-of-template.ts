import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import type { SuitePath } from "../suite-reader.ts";
import { type BuiltCase, Origins } from "./built-case.ts";
import { cellOf, textParts } from "./row-reference.ts";
import { rowValue } from "./row-value.ts";
import type { Row } from "./row.ts";

/**
 * Makes a case of a row and a template. A value that is nothing but `{{ row.column }}` becomes what the
 * cell is, and goes away with the cell; inside a longer text the cell stands as text.
 */
export function caseOfTemplate(template: JsonObject, row: Row): BuiltCase {
  const origins = new Origins();
  const filler: Filler = { row, origins };
  const value = fill(template, { from: [], to: [] }, filler);
  return {
    value: isJsonObject(value) ? value : {},
    originOf: (path) => origins.nearest(path),
  };
}

interface Filler {
  readonly row: Row;
  readonly origins: Origins;
}

/** A place in the template, and the same in the case, where items may have gone away before it. */
interface Places {
  readonly from: SuitePath;
  readonly to: SuitePath;
}

function fill(value: JsonValue, places: Places, filler: Filler): JsonValue | undefined {
  if (typeof value === "string") return fillText(value, places, filler);
  filler.origins.set(places.to, { template: places.from });
  const { from, to } = places;
  if (isJsonArray(value)) {
    const items: JsonValue[] = [];
    for (const [index, item] of value.entries()) {
      const inner = { from: [...from, index], to: [...to, items.length] };
      const filled = fill(item, inner, filler);
      if (filled !== undefined) items.push(filled);
    }
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): readonly [string, JsonValue][] => {
    const filled = fill(item, { from: [...from, key], to: [...to, key] }, filler);
    return filled === undefined ? [] : [[key, filled]];
  });
  const isGone = entries.length === 0 && Object.keys(value).length > 0;
  return isGone ? undefined : Object.fromEntries(entries);
}

function fillText(
  text: string,
  { from, to }: Places,
  { row, origins }: Filler,
): JsonValue | undefined {
  const parts = textParts(text);
  const column = parts.flatMap((part) => ("column" in part ? part.column : []))[0];
  origins.set(to, { column, template: from });
  if (column === undefined) return text;
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0 && "column" in only) {
    const value = cellOf(row.cells, only.column);
    if (value === undefined || value === null) return undefined;
    const meant = rowValue(value, to, row);
    return isResult(to) ? asData(meant) : meant;
  }
  const filled = parts.map((part) => {
    if ("text" in part) return part.text;
    const value = cellOf(row.cells, part.column) ?? "";
    const written = typeof value === "string" ? value : JSON.stringify(value);
    return isResult(to) ? literal(written) : written;
  });
  return filled.join("");
}

/** A mock's result may be a template; what a row brings into it is data and stays what it is. */
function isResult(path: SuitePath): boolean {
  return path[0] === "tools" && path.some((key) => key === "returns" || key === "error");
}

function asData(value: JsonValue): JsonValue {
  if (typeof value === "string") return literal(value);
  if (isJsonArray(value)) return value.map(asData);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asData(item)]));
}

function literal(text: string): string {
  return text.replaceAll(/\{[{%#]/g, (mark) => `{{ "${mark}" }}`);
}
