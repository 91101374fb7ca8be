/** A replacement in the text of a file. Offsets are UTF-16 units from its beginning, the end exclusive. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A repair that means what the author meant: it can be applied without asking. */
export interface Fix {
  /** One line, as a command: `rename it to "read_file"`. */
  readonly description: string;
  /** Sorted, none inside another. All of them are made, or none. */
  readonly edits: readonly TextEdit[];
}
