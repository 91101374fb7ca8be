import { isDeepStrictEqual } from "node:util";
import { canonicalJson } from "../../core/canonical-json.ts";
import { AppError } from "../../core/errors/app-error.ts";
import type { JsonValue } from "../../core/json.ts";
import { type Redactor, redacted } from "../../core/secrets/redactor.ts";
import type { ChatMessage, ChatReply, ChatRequest, ModelClient } from "../chat.ts";
import {
  askerKey,
  type Cassette,
  type CassetteReply,
  type CassetteRequest,
  type CassetteSetup,
  type CassetteTrial,
} from "./cassette.ts";
import { Cleaner } from "./cleaner.ts";
import type { TapedTrial, Tapes, TrialTape } from "./trial-tape.ts";

/** A trial that is not in the recording, and why. */
export interface LostTrial {
  readonly trial: TapedTrial;
  readonly reason: string;
}

/** How a reply ends that is whole. Nobody can tell what a model would have gone on to say after another end. */
const wholeEnds: ReadonlySet<string> = new Set(["end_turn", "stop_sequence", "tool_use"]);

/** Keeps what models say in the trials of a run. A trial is kept whole, or not at all. */
export class CassetteRecorder implements Tapes {
  private readonly redactor: Redactor;
  private readonly finished = new Map<string, CassetteTrial[]>();
  private readonly setups = new Map<string, CassetteSetup>();
  /** Trials that came to their end and cannot be replayed. */
  readonly lost: LostTrial[] = [];
  /** Trials in which a model said a secret, which a replay will not say. */
  readonly withSecrets: TapedTrial[] = [];

  constructor(redactor: Redactor) {
    this.redactor = redactor;
  }

  open(trial: TapedTrial): TrialTape {
    const { redactor } = this;
    return new RecordingTape(trial, { redactor, shared: this.shared, done: this.done });
  }

  /** Of each suite in which a trial came to its end, by their ids. */
  cassettes(): readonly Cassette[] {
    return [...this.finished]
      .map(([suite, trials]) => ({ suite, trials }))
      .toSorted((a, b) => (a.suite < b.suite ? -1 : 1));
  }

  private readonly shared = (setup: CassetteSetup): CassetteSetup => {
    const key = canonicalJson(plain(setup));
    const known = this.setups.get(key) ?? setup;
    this.setups.set(key, known);
    return known;
  };

  private readonly done = (trial: TapedTrial, calls: readonly Asked[], flaw?: string): void => {
    const { suite, case: name, target, trial: number, now } = trial;
    const whole = calls.flatMap(({ request, reply }) => (reply ? [{ ...request, reply }] : []));
    const reason = flaw ?? (whole.length < calls.length ? "a reply is missing" : undefined);
    if (reason !== undefined) {
      this.lost.push({ trial, reason });
      return;
    }
    const trials = this.finished.get(suite) ?? [];
    trials.push({ case: name, target, trial: number, now, calls: whole });
    this.finished.set(suite, trials);
    const said = whole.map(({ reply }) => reply.parts);
    if (JSON.stringify(said).includes(redacted)) this.withSecrets.push(trial);
  };
}

interface Asked {
  readonly request: CassetteRequest;
  reply: CassetteReply | undefined;
}

interface Reel {
  readonly redactor: Redactor;
  readonly shared: (setup: CassetteSetup) => CassetteSetup;
  readonly done: (trial: TapedTrial, calls: readonly Asked[], flaw?: string) => void;
}

class RecordingTape implements TrialTape {
  readonly now: number;
  private readonly trial: TapedTrial;
  private readonly reel: Reel;
  private readonly cleaner: Cleaner;
  private readonly calls: Asked[] = [];
  private readonly before = new Map<string, readonly ChatMessage[]>();
  private flaw: string | undefined;

  constructor(trial: TapedTrial, reel: Reel) {
    this.now = trial.now;
    this.trial = trial;
    this.reel = reel;
    this.cleaner = new Cleaner(reel.redactor);
  }

  client(model: ModelClient): ModelClient {
    const { id, kind } = model;
    return {
      id,
      kind,
      chat: async (request, signal, listener) => {
        const asked = this.asked(id, request);
        try {
          const reply = await model.chat(request, signal, listener);
          this.heard(asked, reply);
          return reply;
        } catch (error) {
          this.flaw ??= `a reply could not be had (${error instanceof AppError ? error.code : "broken off"})`;
          throw error;
        }
      },
    };
  }

  finish(): void {
    this.reel.done(this.trial, this.calls, this.flaw);
  }

  private asked(id: string, request: ChatRequest): Asked {
    const clean = this.cleaner.request(id, request);
    const key = askerKey(clean);
    const messages = sharing(this.before.get(key) ?? [], clean.messages);
    this.before.set(key, messages);
    const setup = this.reel.shared(clean.setup);
    const asked: Asked = { request: { ...clean, setup, messages }, reply: undefined };
    this.calls.push(asked);
    return asked;
  }

  private heard(asked: Asked, reply: ChatReply): void {
    if (wholeEnds.has(reply.stopReason)) asked.reply = this.cleaner.reply(reply);
    else this.flaw ??= `a reply ended as ${reply.stopReason}`;
  }
}

/** The same messages, of which those at the start that were known already are the known ones: a long conversation is kept once. */
function sharing(known: readonly ChatMessage[], messages: readonly ChatMessage[]): ChatMessage[] {
  return messages.map((message, index) => {
    const before = known[index];
    return before !== undefined && isDeepStrictEqual(before, message) ? before : message;
  });
}

function plain(value: object): JsonValue {
  const json: JsonValue = JSON.parse(JSON.stringify(value));
  return json;
}
