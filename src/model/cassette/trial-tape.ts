import type { ModelClient } from "../chat.ts";
import type { CassetteKey } from "./cassette.ts";

/** The trial that is about to be played. */
export interface TapedTrial extends CassetteKey {
  readonly suite: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Stands between one trial and its models: keeps what they say, or says it again. */
export interface TrialTape {
  /** What the session says of the time; it stands still, so that requests come out the same again. */
  readonly now: number;
  client(model: ModelClient): ModelClient;
  /** The trial came to its end by itself. */
  finish(): void;
}

/** Gives each trial of a run its tape. */
export interface Tapes {
  open(trial: TapedTrial): TrialTape;
}
