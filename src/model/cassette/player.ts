import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../core/errors/app-error.ts";
import type { Redactor } from "../../core/secrets/redactor.ts";
import { type ChatReply, type ModelClient, textOf } from "../chat.ts";
import {
  askerKey,
  askerName,
  type Cassette,
  type CassetteCall,
  type CassetteReply,
  type CassetteRequest,
  type CassetteTrial,
  keyText,
  trialName,
} from "./cassette.ts";
import { Cleaner } from "./cleaner.ts";
import { requestChanges } from "./request-changes.ts";
import type { TapedTrial, Tapes, TrialTape } from "./trial-tape.ts";

/** Replies that were recorded and that nobody asked for. */
export interface UnusedReplies {
  readonly suite: string;
  readonly trial: CassetteTrial;
  readonly replies: number;
  /** Whether the trial was played at all. */
  readonly isPlayed: boolean;
}

/** Says in the trials of a run what models said when they were recorded, and nothing else. */
export class CassettePlayer implements Tapes {
  private readonly cleaner: Cleaner;
  private readonly trials = new Map<string, PlayedReel>();

  constructor(cassettes: readonly Cassette[], redactor: Redactor) {
    this.cleaner = new Cleaner(redactor);
    for (const { suite, trials } of cassettes) {
      for (const trial of trials)
        this.trials.set(reelKey(suite, trial), new PlayedReel(suite, trial));
    }
  }

  open(trial: TapedTrial): TrialTape {
    const reel = this.trials.get(reelKey(trial.suite, trial));
    if (reel !== undefined) reel.isPlayed = true;
    const { cleaner } = this;
    return {
      now: reel?.trial.now ?? trial.now,
      client: ({ id, kind }) => ({
        id,
        kind,
        chat: async (request, signal, listener) => {
          signal?.throwIfAborted();
          if (reel === undefined) throw noTrial(trial);
          const reply = reel.reply(cleaner.request(id, request));
          const text = textOf(reply.parts);
          if (text !== "") listener?.onText(text);
          return timeless(reply);
        },
      }),
      finish() {
        // What was not asked for is told of the whole run.
      },
    };
  }

  /** What is left over, by suite and trial as in the files. */
  unused(): readonly UnusedReplies[] {
    return [...this.trials.values()].flatMap((reel) => {
      const { suite, trial, isPlayed, isBroken, unused } = reel;
      return isPlayed && (isBroken || unused === 0)
        ? []
        : [{ suite, trial, isPlayed, replies: unused }];
    });
  }
}

/** The recording of one trial, as far as it was played. */
class PlayedReel {
  readonly suite: string;
  readonly trial: CassetteTrial;
  isPlayed = false;
  /** Whether something else was asked for; what is left over then is no news. */
  isBroken = false;
  private readonly left: CassetteCall[];

  constructor(suite: string, trial: CassetteTrial) {
    this.suite = suite;
    this.trial = trial;
    this.left = [...trial.calls];
  }

  get unused(): number {
    return this.left.length;
  }

  /**
   * The reply to the next request of the same asker. Of those who ask at the same time nobody is the next,
   * so that any request of theirs that is the very same will do.
   */
  reply(asked: CassetteRequest): CassetteReply {
    const key = askerKey(asked);
    const known = this.left.filter((call) => askerKey(call) === key);
    const wanted = { ...asked, reply: undefined };
    const call = known.find((each) => isDeepStrictEqual({ ...each, reply: undefined }, wanted));
    if (call === undefined) {
      this.isBroken = true;
      throw this.mismatch(asked, known[0]);
    }
    this.left.splice(this.left.indexOf(call), 1);
    return call.reply;
  }

  private mismatch(asked: CassetteRequest, next: CassetteCall | undefined): AppError {
    const { suite, trial } = this;
    const number = this.number(asked);
    const name = trialName(suite, trial);
    if (next === undefined) {
      const held = number === 1 ? "nothing of it" : `only ${number - 1} of its requests`;
      return new AppError(
        "CASSETTE_NO_REPLY",
        `${askerName(asked)} asks for the ${ordinal(number)} time, and the cassette has ${held} (${name})`,
        { hint: recordAgain },
      );
    }
    const changes = requestChanges(next, asked);
    return new AppError(
      "CASSETTE_MISMATCH",
      `request ${number} of ${askerName(asked)} is not the recorded one: ${changes[0] ?? ""}`,
      { hint: [...changesText(changes), recordAgain].join("\n") },
    );
  }

  private number(asked: CassetteRequest): number {
    const key = askerKey(asked);
    const of = (calls: readonly CassetteCall[]): number =>
      calls.filter((call) => askerKey(call) === key).length;
    return of(this.trial.calls) - of(this.left) + 1;
  }
}

const recordAgain = "take the change back, or record the case again: eval run --record";
const maxChanges = 8;

/** All of them, where there are several: the message shows the first. */
function changesText(changes: readonly string[]): readonly string[] {
  if (changes.length < 2) return [];
  const more = changes.length - maxChanges;
  return [
    `${changes.length} differences, [-recorded-]{+asked now+}:`,
    ...changes.slice(0, maxChanges).map((line) => `- ${line}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
  ];
}

function ordinal(number: number): string {
  const ending = ["th", "st", "nd", "rd"];
  const isTeen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${(isTeen ? undefined : ending[number % 10]) ?? "th"}`;
}

function noTrial(trial: TapedTrial): AppError {
  return new AppError(
    "CASSETTE_NO_REPLY",
    `the cassette holds no recording of ${trialName(trial.suite, trial)}`,
    { hint: "record the case: eval run --record" },
  );
}

/** A replay has no times of its own. */
function timeless(reply: CassetteReply): ChatReply {
  return { ...reply, firstTokenMs: 0, activeMs: 0, waitMs: 0, attempts: 1 };
}

function reelKey(suite: string, trial: Parameters<typeof keyText>[0]): string {
  return `${suite} ${keyText(trial)}`;
}

/** A model as a replay stands in for it: it has a name, and says nothing by itself. */
export function replayedModel(id: string): ModelClient {
  return {
    id,
    kind: "replay",
    chat: () => Promise.reject(new TypeError(`${id} is asked outside of a trial`)),
  };
}
