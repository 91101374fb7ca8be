import type { Range } from "../../core/position.ts";

/** Keys and indexes from the root of a file to a part of it. */
export type NodePath = readonly (string | number)[];

/** A part of a flow that knows where it stands in its file, for errors and lint findings. */
export interface Located {
  /** Path from the root of the file; `Flow.rangeOf` finds the places of what is below it. */
  readonly at: NodePath;
  readonly range: Range;
}
