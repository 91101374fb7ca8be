/** A file that is to be written, from the working directory. */
export interface PlannedFile {
  readonly path: string;
  /** What it is, for the list that the user reads. */
  readonly about: string;
  readonly text: string;
}
