import { addUsage, type ModelClient, noUsage, type Usage } from "../../../model/index.ts";
import type { ToolRuntime } from "../../../tools/index.ts";
import type { TrialLimits } from "../../suite/suite.ts";
import type { TargetEvent } from "../../target/target-event.ts";
import type { TargetPlayer } from "../../target/target-player.ts";
import type { Ending } from "../trial-ending.ts";
import { RunningCalls } from "./running-calls.ts";

/** Stops a trial that has used more than it may. */
class UseLimitReached extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = new.target.name;
  }
}

/**
 * Counts what the agent of one trial uses, and stops it before the next request, tool or message once that
 * is more than its limits allow: whatever kind of target it is.
 */
export class UseWatch {
  private readonly limits: TrialLimits;
  /** US dollars of tokens; null where the price is not known. */
  private readonly costOf: (usage: Usage) => number | null;
  private readonly calls = new RunningCalls();
  private usage = noUsage;
  /** The answers of people, which are turns as well, are counted by the engine. */
  private sent = 0;
  private found: Ending | undefined;

  constructor(limits: TrialLimits, costOf: (usage: Usage) => number | null) {
    this.limits = limits;
    this.costOf = costOf;
  }

  /** What ended the trial, or has to: a last answer may have cost too much as well. */
  get ending(): Ending | undefined {
    this.look();
    return this.found;
  }

  model(client: ModelClient): ModelClient {
    return {
      ...client,
      chat: async (request, signal, listener) => {
        this.stopIfReached();
        const reply = await client.chat(request, signal, listener);
        this.usage = addUsage(this.usage, reply.usage);
        return reply;
      },
    };
  }

  tools(runtime: ToolRuntime): ToolRuntime {
    return {
      spec: (name) => runtime.spec(name),
      call: (invocation, signal) => {
        this.calls.start(invocation.tool);
        this.stopIfReached();
        return runtime.call(invocation, signal);
      },
    };
  }

  player(player: TargetPlayer): TargetPlayer {
    return {
      get ended() {
        return player.ended;
      },
      send: (user) => {
        this.sent += 1;
        this.stopIfReached();
        return player.send(user);
      },
      result: () => player.result(),
      unknown: () => player.unknown(),
    };
  }

  readonly onEvent = (event: TargetEvent): void => {
    if (event.type === "tool_called") this.calls.finish(event.tool);
    if (event.type !== "answered") return;
    if (event.usage !== undefined) this.usage = addUsage(this.usage, event.usage);
    else if (this.limits.maxTokens !== undefined || this.limits.maxCostUsd !== undefined) {
      this.found ??= {
        outcome: "suite_error",
        reason: "the target does not tell how many tokens it uses, so they cannot be limited",
        hint: "remove `max_tokens` and `max_cost_usd` from the limits of the case",
      };
    }
  };

  private stopIfReached(): void {
    const { ending } = this;
    if (ending !== undefined) throw new UseLimitReached(ending.reason);
  }

  private look(): void {
    if (this.found !== undefined) return;
    const reason = this.reached();
    if (reason !== undefined) this.found = { outcome: "agent_error", reason };
  }

  private reached(): string | undefined {
    const { maxTurns, maxToolCalls, maxTokens, maxCostUsd } = this.limits;
    if (maxTurns !== undefined && this.sent > maxTurns) {
      return `turn_limit: the conversation takes more than ${maxTurns} turns (max_turns)`;
    }
    if (maxToolCalls !== undefined && this.calls.count > maxToolCalls) {
      return `tool_call_limit: the agent calls tools more than ${maxToolCalls} times (max_tool_calls)`;
    }
    const tokens = Object.values(this.usage).reduce((sum, each) => sum + each, 0);
    if (maxTokens !== undefined && tokens > maxTokens) {
      return `token_limit: the agent used ${tokens} tokens of ${maxTokens} (max_tokens)`;
    }
    const costUsd = maxCostUsd === undefined ? null : this.costOf(this.usage);
    if (maxCostUsd === undefined || costUsd === null || costUsd <= maxCostUsd) return undefined;
    return `cost_limit: the agent's tokens cost $${costUsd.toFixed(4)} of $${maxCostUsd} (max_cost_usd)`;
  }
}
