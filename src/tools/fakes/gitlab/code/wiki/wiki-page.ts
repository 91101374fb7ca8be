/** A page of a wiki. */
export interface WikiPage {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly format: string;
  /** Of what comments belong to. */
  readonly metaId: number;
  readonly notes: readonly WikiNote[];
}

/** A comment on a page. */
export interface WikiNote {
  readonly id: number;
  /** A username. */
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
}
