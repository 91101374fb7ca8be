import { AppError } from "../../../core/errors/app-error.ts";
import type { RunResult } from "../../../engine/index.ts";
import {
  askDuoChat,
  type ChatReply,
  createGitLabClient,
  type GitLabClient,
  resolveChatResource,
} from "../../../gitlab/index.ts";
import { AnswerLog } from "../answer-log.ts";
import { factsOf } from "../facts-of.ts";
import { type KnownHider, knownHider } from "../hide-known.ts";
import type { TargetFact } from "../target-fact.ts";
import type { PlaySetting, TargetNetwork, TargetPlayer } from "../target-player.ts";
import { chatSlots, type TakeSlot } from "./chat-slots.ts";
import { asTargetError, clippedAnswer } from "./duo-chat-failure.ts";
import type { DuoChatTarget } from "./duo-chat-target.ts";
import { duoChatToken } from "./duo-chat-token.ts";

/** Often enough to measure with, and far below what GitLab allows of requests a minute. */
const polling = { pollMs: 500, maxPollMs: 2000 };

/** What of a trial such a conversation needs. */
export type DuoChatSetting = Pick<
  PlaySetting,
  "clock" | "network" | "onEvent" | "signal" | "waits"
>;

/**
 * Begins a conversation with the classic chat of a live instance.
 *
 * @throws AppError GITLAB_TOKEN_MISSING, or for an address or a token that cannot be one
 */
export function openDuoChat(target: DuoChatTarget, setting: DuoChatSetting): TargetPlayer {
  const { network } = setting;
  if (network === undefined) {
    throw new AppError("EVAL_NOT_SUPPORTED", "Duo Chat cannot be asked without a network", {
      hint: "run the suite with `flowproof eval run`",
    });
  }
  return new DuoChatPlayer(target, setting, { network, token: duoChatToken(network.variable) });
}

/** Told of a pause before it begins. */
type Tell = (ms: number, reason: unknown) => void;

/** A conversation with Duo Chat: one thread, until a message begins another. */
class DuoChatPlayer implements TargetPlayer {
  readonly ended: undefined = undefined;
  private readonly target: DuoChatTarget;
  private readonly setting: DuoChatSetting;
  private readonly client: GitLabClient;
  private readonly takeSlot: TakeSlot;
  private readonly log: AnswerLog;
  private readonly hider: KnownHider;
  private pausedMs = 0;
  private tell: Tell | undefined;
  private resourceId: string | undefined;
  private threadId: string | undefined;

  constructor(
    target: DuoChatTarget,
    setting: DuoChatSetting,
    { network, token }: { readonly network: TargetNetwork; readonly token: string },
  ) {
    const { clock, onEvent } = setting;
    this.target = target;
    this.setting = setting;
    this.log = new AnswerLog(factsOf(target), onEvent);
    this.hider = knownHider([token]);
    this.takeSlot = chatSlots(network, { url: target.url, token });
    this.client = createGitLabClient({
      url: target.url,
      token,
      fetch: network.fetch,
      clock,
      random: network.random,
      onWait: ({ ms, reason }) => {
        this.pausedMs += ms;
        this.tell?.(ms, reason);
        network.onWait?.(ms, reason);
      },
    });
  }

  async send(user: string): Promise<void> {
    const { waits } = this.setting;
    const reply = await waits.timed(async (tell) => {
      this.tell = tell;
      try {
        return await this.ask(user, tell);
      } catch (error) {
        throw asTargetError(error, this.hider);
      } finally {
        this.tell = undefined;
      }
    });
    const { waitMs } = reply;
    if (reply.kind === "new-thread") {
      this.threadId = undefined;
      this.log.add({ answer: "", activeMs: 0, waitMs });
      return;
    }
    const { answer, activeMs, firstTokenMs, threadId } = reply;
    this.threadId = threadId;
    this.log.add({ answer: this.hider.text(answer), activeMs, firstTokenMs, waitMs });
  }

  result(): RunResult {
    return this.log.result();
  }

  unknown(): ReadonlySet<TargetFact> {
    return this.log.unknown();
  }

  private async ask(content: string, tell: Tell): Promise<ChatReply & { readonly waitMs: number }> {
    const { clock, signal } = this.setting;
    const startMs = clock.monotonic();
    const { resource } = this.target;
    if (resource !== undefined) {
      this.resourceId ??= await resolveChatResource(this.client, resource, signal);
    }
    const { resourceId, threadId } = this;
    const reply = await this.takeSlot({ content, tell, signal }, () =>
      askDuoChat(
        this.client,
        { content, resourceId, threadId },
        { ...polling, clock, signal, pausedMs: () => this.pausedMs },
      ),
    );
    if (reply.kind === "answer" && reply.clipped) throw clippedAnswer();
    const activeMs = reply.kind === "answer" ? reply.activeMs : 0;
    return { ...reply, waitMs: Math.max(0, clock.monotonic() - startMs - activeMs) };
  }
}
