import {
  blocksOf,
  type MessagesBody,
  type WireBlock,
  type WireMessage,
} from "../anthropic/messages-body.ts";
import type { Usage } from "../chat.ts";
import type { ScriptReply } from "./script-file.ts";

const charsPerToken = 4;

interface Exchange {
  readonly body: MessagesBody;
  readonly messages: readonly WireMessage[];
  readonly content: readonly WireBlock[];
}

/** The tokens of a scripted exchange: as the script says, else a quarter of the characters. */
export function estimateUsage(exchange: Exchange, given: ScriptReply["usage"] = {}): Usage {
  return {
    inputTokens: given.input_tokens ?? tokens(requestChars(exchange)),
    outputTokens: given.output_tokens ?? Math.max(1, tokens(chars(exchange.content))),
    cacheReadTokens: given.cache_read_tokens ?? 0,
    cacheWriteTokens: given.cache_write_tokens ?? 0,
  };
}

function tokens(characters: number): number {
  return Math.ceil(characters / charsPerToken);
}

/** Only what every model is sent alike: not parameters, nor marks for a cache. */
function requestChars({ body, messages }: Exchange): number {
  const { system = "", tools = [] } = body;
  const systemChars = typeof system === "string" ? system.length : chars(system);
  const toolChars = tools.map(({ name, description = "", input_schema }) => {
    return name.length + description.length + JSON.stringify(input_schema).length;
  });
  const messageChars = messages.map((message) => chars(blocksOf(message)));
  return systemChars + sum(toolChars) + sum(messageChars);
}

function chars(blocks: readonly WireBlock[]): number {
  return sum(blocks.map(blockChars));
}

function blockChars(block: WireBlock): number {
  switch (block.type) {
    case "text":
      return block.text.length;
    case "tool_use":
      return block.name.length + JSON.stringify(block.input).length;
    case "tool_result":
      return typeof block.content === "string" ? block.content.length : chars(block.content ?? []);
    default:
      // A request from elsewhere may hold images and the like.
      return 0;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
