import type { Clock } from "../../core/clock.ts";
import type { Random } from "../../core/random.ts";
import type { RunOptions, RunResult } from "../../engine/index.ts";
import type { Limiters } from "../../model/index.ts";
import type { TrialKey } from "../../record/index.ts";
import type { SuiteCase } from "../suite/suite.ts";
import type { TargetEvent } from "./target-event.ts";
import type { TargetFact } from "./target-fact.ts";

/**
 * A conversation with what is under test. Nothing is sent before the first message. What ends a trial is
 * thrown: a `TargetError`, a `ModelError`, an error of the suite, or the signal's reason.
 */
export interface TargetPlayer {
  /** Why no further message can be sent; undefined while the conversation can go on. */
  readonly ended: string | undefined;
  /** Sends the user's next message and waits for the answer to it. */
  send(user: string): Promise<void>;
  /**
   * What has come of the conversation so far, summed over its turns, except `answer`, which is the last one.
   * What nobody knows is empty or zero here and among `unknown`.
   */
  result(): RunResult;
  /** What this conversation did not tell so far. */
  unknown(): ReadonlySet<TargetFact>;
}

/** Time that a player waits and that is nobody's latency: the time limit of the trial leaves it out. */
export interface WaitWatch {
  /** Does something of which `waitMs` was waiting; `tell` is told of pauses before they begin, and why. */
  timed<T extends { readonly waitMs: number }>(
    work: (tell: (ms: number, reason: unknown) => void) => Promise<T>,
  ): Promise<T>;
}

/** What reaches beyond this machine. */
export interface TargetNetwork {
  /** Must not follow redirects by itself where it is told not to. */
  readonly fetch: typeof fetch;
  readonly random: Random;
  /** A variable of the environment: keys of endpoints. */
  readonly variable: (name: string) => string | undefined;
  /** Told of pauses, for who watches the run. */
  readonly onWait?: ((ms: number, reason: string) => void) | undefined;
  /** How much may be asked of what counts by user; undefined where nothing is counted. */
  readonly limiters?: Limiters | undefined;
}

/** Everything that a conversation is begun with. */
export interface PlaySetting {
  readonly testCase: SuiteCase;
  readonly key: TrialKey;
  readonly clock: Clock;
  /** Undefined where nothing beyond this machine may be reached. */
  readonly network: TargetNetwork | undefined;
  readonly waits: WaitWatch;
  readonly onEvent: (event: TargetEvent) => void;
  readonly signal: AbortSignal;
  /** What the engine needs besides, for targets that run here. */
  readonly engine: EngineSetting;
}

/** What a run in the engine needs that does not come from its target or its case. */
export type EngineSetting = Omit<
  RunOptions,
  "flow" | "goal" | "human" | "context" | "registries" | "onEvent" | "signal"
>;
