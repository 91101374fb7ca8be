/** A place in a text. Line and column are 1-based everywhere; a reporter converts, nobody else. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where something stands on disk, as far as it is known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** `file`, `file:line` or `file:line:column`, as editors and terminals understand it. */
export function formatPlace({ file, line, column }: Place): string {
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}
