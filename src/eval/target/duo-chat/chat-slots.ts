import { readChatLine } from "../../../gitlab/index.ts";
import { noUsage } from "../../../model/index.ts";
import type { TargetNetwork } from "../target-player.ts";
import { duoChatKey } from "./duo-chat-rates.ts";

/** Somebody who wants to ask. */
interface Asking {
  readonly content: string;
  /** Told of a pause before it begins. */
  readonly tell: (ms: number, reason: unknown) => void;
  readonly signal: AbortSignal;
}

/** Waits until a question may be asked, and asks it. */
export type TakeSlot = <T>(asking: Asking, ask: () => Promise<T>) => Promise<T>;

/** No request to a model: limiters count tokens of those, and of this one there are none to count. */
const question = {
  role: "agent",
  system: [],
  messages: [],
  tools: [],
  maxTokens: 1,
  trial: 0,
} as const;

/**
 * The slots that all conversations of a run with one user of one instance share. What is not sent (`/new`)
 * takes none.
 */
export function chatSlots(
  { limiters }: TargetNetwork,
  { url, token }: { readonly url: string; readonly token: string },
): TakeSlot {
  const limiter = limiters?.of({ ...duoChatKey, baseUrl: url, apiKey: token });
  return async ({ content, tell, signal }, ask) => {
    if (limiter === undefined || readChatLine(content).kind === "new-thread") return ask();
    const slot = await limiter.enter(question, {
      signal,
      onWait: (ms) => tell(ms, "the limit of Duo Chat"),
    });
    try {
      const answer = await ask();
      slot.leave({ type: "reply", usage: noUsage });
      return answer;
    } catch (error) {
      slot.leave({ type: "failure", error });
      throw error;
    }
  };
}
