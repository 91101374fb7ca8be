/** A long text that requests refer to, so that it stands in a journal once; before its first use. */
export interface TextKept {
  readonly type: "text_kept";
  /** The beginning of the SHA-256 of the text as it is written here. */
  readonly id: string;
  readonly text: string;
}
