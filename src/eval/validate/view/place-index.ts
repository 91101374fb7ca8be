import { isJsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import type { Position, Range } from "../../../core/position.ts";
import type { YamlFile } from "../../../yaml/index.ts";
import type { SuitePath } from "../../suite/suite-reader.ts";

/** A part of a file: where it stands, and what leads to it. */
export interface Spot {
  readonly range: Range;
  readonly path: SuitePath;
}

/** What stands where in a file, for errors that know a line and a column only. */
export interface PlaceIndex {
  /** The outermost part that begins there. */
  at(position: Position): Spot | undefined;
}

/** Walks a file once. A mapping begins where its first key does: the key is what is shown of it. */
export function indexPlaces({ value, rangeOf }: YamlFile): PlaceIndex {
  const spots = new Map<string, Spot>();
  const add = (path: SuitePath, range: Range | undefined): void => {
    if (range === undefined) return;
    const key = keyOf(range.start);
    const outer = spots.get(key);
    if (outer === undefined) spots.set(key, { path, range });
    else if (range.end.line < outer.range.end.line) spots.set(key, { path: outer.path, range });
  };
  const walk = (node: JsonValue, path: SuitePath): void => {
    add(path, rangeOf(path));
    if (isJsonArray(node)) for (const [index, item] of node.entries()) walk(item, [...path, index]);
    else if (isJsonObject(node)) {
      for (const [key, item] of Object.entries(node)) {
        add([...path, key], rangeOf([...path, key], "key"));
        walk(item, [...path, key]);
      }
    }
  };
  if (value !== undefined) walk(value, []);
  return { at: (position) => spots.get(keyOf(position)) };
}

function keyOf({ line, column }: Position): string {
  return `${line}:${column}`;
}
