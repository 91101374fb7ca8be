/** Python's own limit, so that a value that Python cannot walk does not exhaust our stack either. */
export const maxPyDepth: number = 990;

/** A value nested deeper than Python would follow; its `RecursionError`. */
export class PyRecursionError extends Error {
  constructor() {
    super("maximum recursion depth exceeded");
    this.name = new.target.name;
  }
}
