import type { EngineEvent } from "../../engine/index.ts";
import type { Usage } from "../../model/index.ts";

/** An answer of a target that does not run here, for the sums of the record. */
export interface AnsweredEvent {
  readonly type: "answered";
  /** Tokens, where the target tells them. */
  readonly usage?: Usage | undefined;
  /** From sending the attempt that succeeded to the end of the answer; undefined where nobody measured it. */
  readonly activeMs?: number | undefined;
  /** To the first part of the answer; undefined where it comes in one piece, or nobody measured it. */
  readonly firstTokenMs?: number | undefined;
  /** Everything else: failed attempts, pauses, waiting for a slot. Never counted as latency. */
  readonly waitMs: number;
}

/** What a player tells while it goes on. */
export type TargetEvent = EngineEvent | AnsweredEvent;
