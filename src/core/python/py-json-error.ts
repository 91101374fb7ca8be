/** Python's `json.JSONDecodeError`: what was expected, and where. */
export class PyJsonError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(expected: string, text: string, offset: number) {
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    super(`${expected}: line ${line} column ${column} (char ${offset})`);
    this.name = new.target.name;
    this.line = line;
    this.column = column;
  }
}
