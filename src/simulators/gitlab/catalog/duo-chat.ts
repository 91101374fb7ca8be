/** The classic Duo Chat of a simulated instance: who may use it, and what it answers. */
export interface CatalogDuoChat {
  /** User names; everybody when left out. */
  readonly users?: readonly string[];
  /** What one user may ask in a window of eight hours; 160 when left out. */
  readonly requests_per_8_hours?: number;
  readonly replies?: readonly CatalogChatReply[];
}

/** What is answered to the questions that it fits; the first that fits and is not used up answers. */
export interface CatalogChatReply {
  /** Stands in the question, in whatever case; any question when left out. */
  readonly when?: string;
  /** Which question of its thread it answers, from 1. */
  readonly turn?: number;
  /** What must be asked about: `group/project#7`. */
  readonly resource?: string;
  /** How often it answers; without end when left out. */
  readonly times?: number;
  readonly answer?: string;
  readonly errors?: readonly string[];
  /** The request is taken and nothing ever comes. */
  readonly never?: boolean;
  /** How often one asks before the answer is there; 0 when left out. */
  readonly polls?: number;
  /** How long it takes besides. */
  readonly delay_ms?: number;
  /** Into so many pieces the answer is cut that are there before it. */
  readonly chunks?: number;
}
