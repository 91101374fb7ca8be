/** What a commit says of a flow's file and of the versions beside it. */
export interface FlowChange {
  /** The commit as the user named it. */
  readonly base: string;
  /** The file as the commit has it; undefined where it has none. */
  readonly before: string | undefined;
  /** For a new file: the nearest lower released version of the flow, there or in the work tree. */
  readonly lower: LowerVersion | undefined;
  /** The file is not there any more. */
  readonly deleted?: boolean;
}

export interface LowerVersion {
  readonly version: string;
  readonly text: string;
}
