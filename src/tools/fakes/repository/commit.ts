/** Files of one state of a repository: path with forward slashes, without a leading one, to text. */
export type Tree = ReadonlyMap<string, string>;

export interface Signature {
  readonly name: string;
  readonly email: string;
}

/** One commit of a fake repository; its id is the one that git gives to the same content. */
export interface Commit {
  /** 40 hexadecimal digits. */
  readonly id: string;
  /** Ids; the first is the one that it was made on. */
  readonly parents: readonly string[];
  readonly tree: Tree;
  readonly author: Signature;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who made the commit of what the author wrote; left out where that is the author. */
  readonly committer?: Signature;
  /** When it was made, ISO 8601, UTC; left out where that is when it was written, as it is unless it was amended. */
  readonly committedAt?: string;
  readonly message: string;
}
