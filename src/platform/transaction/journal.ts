/** What is being written together, in the order of the staged files. */
export interface Journal {
  readonly paths: readonly string[];
}

/** Begins the name of the folder in which files are prepared: `.flowproof-write-<pid>-<uuid>`. */
export const stagePrefix = ".flowproof-write-";

/** Is there when everything is prepared. */
export const journalName = "journal.json";

/** Is there as soon as the files may be put in their places, and nobody else's may. */
export const claimName = "claim";

/** The name of a prepared file. */
export function stagedName(index: number): string {
  return `${index}.staged`;
}
