/** Reading files, passed in, so that flows and suites can also come from memory or from a registry. */
export interface Files {
  /** UTF-8 text, or undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Names of the entries of a folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Where a path leads when every link in it is followed; undefined when it leads nowhere. Files that
   * cannot be links say so by having none: to leave it out by mistake would let links lead anywhere.
   */
  readonly realPath: ((path: string) => Promise<string | undefined>) | undefined;
}
