import { AppError } from "../../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../../core/json.ts";
import type { RunResult } from "../../../engine/index.ts";
import { AnswerLog } from "../answer-log.ts";
import { conversationJson } from "../conversation-json.ts";
import { type KnownHider, knownHider } from "../hide-known.ts";
import { TargetError } from "../target-error.ts";
import type { TargetFact } from "../target-fact.ts";
import type { PlaySetting, TargetNetwork, TargetPlayer } from "../target-player.ts";
import { withTargetRetry } from "../with-target-retry.ts";
import { askEndpoint, type EndpointAnswer } from "./ask-endpoint.ts";
import { type HeaderKeys, headerKeys } from "./header-keys.ts";
import type { HttpTarget } from "./http-target.ts";
import { requestOf } from "./request-of.ts";

interface Parts {
  readonly target: HttpTarget;
  readonly setting: PlaySetting;
  readonly network: TargetNetwork;
  readonly keys: HeaderKeys;
}

/** Begins a conversation with an endpoint. @throws AppError TARGET_KEY_MISSING */
export function openHttp(target: HttpTarget, setting: PlaySetting): TargetPlayer {
  const { network } = setting;
  if (network === undefined) throw new TypeError("there is no network");
  const keys = headerKeys(target, network.variable);
  return new HttpPlayer({ target, setting, network, keys });
}

class HttpPlayer implements TargetPlayer {
  readonly ended = undefined;
  private readonly parts: Parts;
  private readonly hider: KnownHider;
  private readonly log: AnswerLog;
  private readonly session: string;
  private readonly said: JsonObject[];
  private thread: JsonValue | undefined;
  private turn = 0;

  constructor(parts: Parts) {
    const { target, setting, keys } = parts;
    const { engine, clock, key, testCase } = setting;
    this.parts = parts;
    this.hider = knownHider(keys.secrets);
    this.log = new AnswerLog(target.tells, setting.onEvent);
    this.said = [...conversationJson(testCase.history)];
    // Another one in every run: an endpoint may remember the last one's.
    const { suite, case: name, target: named, trial } = key;
    const id = JSON.stringify([suite, name, named, trial, clock.now()]);
    this.session = engine.hash(id).slice(0, 16);
  }

  async send(user: string): Promise<void> {
    const { target, setting, network, keys } = this.parts;
    const { clock, waits, signal } = setting;
    this.turn += 1;
    const request = requestOf(target, keys.headers, this.variables(user));
    const asking = { clock, network, signal, hide: this.hider.text };
    const attempt = (): Promise<EndpointAnswer> => askEndpoint(target, request, asking);
    const told = await this.hiding(() => withTargetRetry(attempt, { ...asking, waits }));
    const { text, json, map } = this.hider;
    const answer = text(told.answer);
    const calls = told.calls?.map((call) => ({
      ...call,
      args: map(call.args),
      result: call.result === undefined ? undefined : json(call.result),
    }));
    this.thread = told.thread ?? this.thread;
    this.said.push({ role: "user", content: user }, { role: "assistant", content: answer });
    const { usage, activeMs, firstTokenMs, waitMs } = told;
    this.log.add({ answer, calls, usage, activeMs, firstTokenMs, waitMs });
  }

  result(): RunResult {
    return this.log.result();
  }

  unknown(): ReadonlySet<TargetFact> {
    return this.log.unknown();
  }

  private variables(user: string): JsonObject {
    const { testCase, key } = this.parts.setting;
    return {
      user,
      history: [...this.said],
      conversation: [...this.said, { role: "user", content: user }],
      context: plainJson(testCase.context),
      thread: this.thread ?? null,
      case: key.case,
      turn: this.turn,
      session: this.session,
    };
  }

  /** What an endpoint says of an error may be what it was sent. */
  private async hiding<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const message = this.hider.text(error.message);
      if (message === error.message) throw error;
      if (error instanceof TargetError) throw error.saying(message);
      throw new AppError(error.code, message, { hint: error.hint });
    }
  }
}

/** Without what is undefined, which JSON does not have. */
function plainJson(value: object): JsonValue {
  const plain: JsonValue = JSON.parse(JSON.stringify(value));
  return plain;
}
