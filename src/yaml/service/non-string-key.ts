import type { NodePath } from "../node-path.ts";
import type { ScalarKind } from "./service-scalar.ts";

/**
 * A key that is no string in Python: `true:`, `1:`, `on:`. A look-up by name never finds its entry,
 * although it stands in our dict under what Python's `str()` makes of it.
 */
export interface NonStringKey {
  /** To the entry. */
  readonly path: NodePath;
  readonly kind: Exclude<ScalarKind, "str">;
}
