import type { Position } from "../../core/position.ts";
import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import type { FlowInspection, NodePath } from "../../flow/index.ts";

type Yaml = FlowInspection["yaml"];

/** A part of the file and where it begins. */
interface Part {
  readonly path: NodePath;
  readonly start: Position;
}

const known = new WeakMap<Yaml, readonly Part[]>();

/** The path to the innermost part of the file around a position, found as fast for many as for one. */
export function pathAt(yaml: Yaml, position: Position): NodePath {
  const parts = known.get(yaml) ?? partsOf(yaml);
  known.set(yaml, parts);
  let path = parts[lastBefore(parts, position)]?.path ?? [];
  while (path.length > 0 && !reaches(yaml, path, position)) path = path.slice(0, -1);
  return path;
}

function partsOf(yaml: Yaml): readonly Part[] {
  const parts: Part[] = [];
  const visit = (value: PyValue | undefined, path: NodePath): void => {
    const keys = isPyDict(value) || isPyList(value) ? [...value.keys()] : [];
    for (const key of keys) {
      const below = [...path, key];
      const start = yaml.rangeOf(below, "key")?.start;
      if (start !== undefined) parts.push({ path: below, start });
      visit(
        isPyDict(value) ? value.get(String(key)) : isPyList(value) ? value[Number(key)] : undefined,
        below,
      );
    }
  };
  visit(yaml.value, []);
  return parts.toSorted((a, b) => compare(a.start, b.start));
}

/** Index of the last part that begins at or before a position; -1 where none does. */
function lastBefore(parts: readonly Part[], position: Position): number {
  let low = -1;
  let high = parts.length;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const part = parts[middle];
    if (part !== undefined && compare(part.start, position) <= 0) low = middle;
    else high = middle;
  }
  return low;
}

function reaches(yaml: Yaml, path: NodePath, position: Position): boolean {
  const end = yaml.rangeOf(path)?.end;
  return end !== undefined && compare(position, end) < 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
