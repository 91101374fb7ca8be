import { isPyDict, isPyList, type PyValue } from "../../core/python/py-value.ts";
import type { FlowInspection, NodePath } from "../../flow/index.ts";

type Written = Pick<FlowInspection, "yaml">;

/** What the file has at a path, as the service reads it; undefined where there is nothing. */
export function valueAt({ yaml }: Written, path: NodePath): PyValue | undefined {
  let { value } = yaml;
  for (const segment of path) {
    if (isPyDict(value)) value = value.get(String(segment));
    else if (isPyList(value)) value = value[Number(segment)];
    else return undefined;
  }
  return value;
}

/** The paths to the items of a list; none of anything else. */
export function itemsAt(input: Written, path: NodePath): readonly NodePath[] {
  const value = valueAt(input, path);
  return isPyList(value) ? value.map((_, index) => [...path, index]) : [];
}

/** The keys of a mapping; none of anything else. */
export function keysAt(input: Written, path: NodePath): readonly string[] {
  const value = valueAt(input, path);
  return isPyDict(value) ? [...value.keys()] : [];
}
