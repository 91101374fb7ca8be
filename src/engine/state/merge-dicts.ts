import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";

/** Dicts merge at every depth; everything else, lists included, is overwritten. Keys never go away. */
export function mergeDicts(base: PyDict, patch: PyDict): PyDict {
  const merged = new Map(base);
  for (const [key, value] of patch) merged.set(key, mergeValues(base.get(key), value));
  return merged;
}

/** One value over another: two dicts merge, otherwise the later wins. */
export function mergeValues(before: PyValue | undefined, value: PyValue): PyValue {
  return isPyDict(before) && isPyDict(value) ? mergeDicts(before, value) : value;
}
