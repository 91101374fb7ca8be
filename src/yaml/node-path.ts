import type { Range } from "../core/position.ts";

/** The keys and indexes that lead from the root of a document to a value. */
export type NodePath = readonly (string | number)[];

/** Of an entry of a mapping: its key or its value. */
export type NodePart = "key" | "value";

/**
 * Where a value stands in the text; undefined where the path leads nowhere. With `key`, the key of
 * the entry that the path ends in, or the item itself in a list.
 */
export type RangeOf = (path: NodePath, part?: NodePart) => Range | undefined;
