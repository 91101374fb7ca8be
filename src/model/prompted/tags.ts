import { sha256Hex } from "../../platform/index.ts";
import type { ChatRequest } from "../chat.ts";

/** What stands around calls, results and the list of tools in a prompt, and around calls in a reply. */
export interface Tags {
  readonly nonce: string;
  readonly tools: Tag;
  readonly call: Tag;
  readonly result: Tag;
}

interface Tag {
  readonly open: string;
  readonly close: string;
}

const nonceLength = 10;

export function tagsOf(nonce: string): Tags {
  const tag = (name: string): Tag => ({ open: `<${name}-${nonce}>`, close: `</${name}-${nonce}>` });
  return { nonce, tools: tag("tools"), call: tag("call"), result: tag("result") };
}

/**
 * Tags that occur nowhere in what the model is given, so that nothing it repeats from there is taken for a call.
 * They are the same throughout a conversation, whose beginning can then be cached, unless somebody has tried.
 */
export function tagsFor({ system, tools, messages }: ChatRequest): Tags {
  const seed = JSON.stringify([system.map(({ text }) => text), tools]);
  const given = JSON.stringify([system, tools, messages]);
  for (let number = 0; ; number += 1) {
    const nonce = sha256Hex(`${number} ${seed}`).slice(0, nonceLength);
    if (!given.includes(nonce)) return tagsOf(nonce);
  }
}
