import { type Slot, type SlotTable, Symbols } from "./symbols.ts";

/** Whether output is escaped, as far as it shows before the template runs. */
export interface Escaping {
  on: boolean;
  /** Only known while the template runs. */
  dynamic: boolean;
}

/** The place where a node stands, as far as it decides what the node means. */
export interface Frame {
  readonly symbols: Symbols;
  readonly escaping: Escaping;
  /** Output is only shown while the template has not extended another one. */
  readonly hidesOutput: boolean;
  /** What is set here is a variable of the whole template. */
  readonly isTop: boolean;
  /** No tag is around. */
  readonly isRoot: boolean;
  /** In a condition, where an unknown filter only matters when it is used. */
  readonly isSoft: boolean;
  /** What is compiled is computed before the template runs. */
  readonly isConstant: boolean;
  /** Part of an expression that Jinja2 tries to compute beforehand. */
  readonly isOptimized: boolean;
  /** How many loops are around. */
  readonly loops: number;
  /** Where the text of the block is kept that the first filter works on. */
  readonly captured: Slot | undefined;
}

/** The outermost frame of a template or of a block. */
export function outermostFrame(
  table: SlotTable,
  escaping: Escaping,
  changes: Partial<Frame> = {},
): Frame {
  return {
    symbols: new Symbols(table),
    escaping,
    hidesOutput: false,
    isTop: false,
    isRoot: false,
    isSoft: false,
    isConstant: false,
    isOptimized: false,
    loops: 0,
    captured: undefined,
    ...changes,
  };
}

/** A scope inside another one. */
export function innerFrame(outer: Frame, changes: Partial<Frame> = {}): Frame {
  const symbols = new Symbols(outer.symbols.table, outer.symbols);
  return { ...outer, isTop: false, isRoot: false, isSoft: false, ...changes, symbols };
}

/** A condition, or what depends on one, in the same scope. */
export function softFrame(frame: Frame): Frame {
  return { ...frame, isRoot: false, isSoft: true };
}
