import type { Position } from "../../core/position.ts";
import { isPyDict, isPyList } from "../../core/python/py-value.ts";
import type { ServiceYaml, YamlProblem } from "../../yaml/index.ts";
import type { NodePath } from "../model/located.ts";

/** Mistakes in one value, which leave the structure of the file as it is. */
const codesOfOneValue: ReadonlySet<YamlProblem["code"]> = new Set([
  "anchor",
  "binary",
  "date",
  "encoding",
  "key",
  "merge",
  "number",
  "tag",
  "timestamp",
]);

/** Whether the rest of the file can be read as it is. */
export function isOfOneValue({ code }: YamlProblem): boolean {
  return codesOfOneValue.has(code);
}

/** The path to the innermost value around a position. */
export function pathTo(yaml: ServiceYaml, position: Position): NodePath {
  const path: (string | number)[] = [];
  let { value } = yaml;
  for (;;) {
    const keys: readonly (string | number)[] =
      isPyDict(value) || isPyList(value) ? [...value.keys()] : [];
    const key = keys.find((each) => contains(yaml, [...path, each], position));
    if (key === undefined) return path;
    path.push(key);
    if (isPyDict(value)) value = value.get(String(key));
    else if (isPyList(value)) value = value[Number(key)];
  }
}

function contains(yaml: ServiceYaml, path: NodePath, position: Position): boolean {
  const start = yaml.rangeOf(path, "key")?.start;
  const end = yaml.rangeOf(path)?.end;
  if (start === undefined || end === undefined) return false;
  return comparePositions(start, position) <= 0 && comparePositions(position, end) < 0;
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

/** The section of the file, or the item of one, that begins on a line. */
export function partOn(yaml: ServiceYaml, line: number): NodePath {
  const { value } = yaml;
  if (!isPyDict(value)) return [];
  for (const [key, section] of value) {
    const items = isPyList(section) ? section.map((_, index) => [key, index]) : [];
    const found = [...items, [key]].find((path) => yaml.rangeOf(path, "key")?.start.line === line);
    if (found !== undefined) return found;
  }
  return [];
}
