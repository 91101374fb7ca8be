import type { PyDict } from "../../core/python/py-value.ts";

/** Wraps a dict into dicts, so that it stands at a path: `nest(["a", "1"], d)` is `{a: {1: d}}`. */
export function nest(path: readonly string[], dict: PyDict): PyDict {
  return path.reduceRight<PyDict>((inner, key) => new Map([[key, inner]]), dict);
}
