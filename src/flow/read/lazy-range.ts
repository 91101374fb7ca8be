import type { Position, Range } from "../../core/position.ts";

/** A range that is looked up when somebody asks for it, which of most parts of a flow nobody does. */
export class LazyRange implements Range {
  private readonly find: () => Range;
  private found: Range | undefined;

  constructor(find: () => Range) {
    this.find = find;
  }

  get start(): Position {
    return this.range().start;
  }

  get end(): Position {
    return this.range().end;
  }

  private range(): Range {
    this.found ??= this.find();
    return this.found;
  }
}
