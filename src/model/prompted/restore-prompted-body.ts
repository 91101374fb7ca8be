import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import {
  blocksOf,
  type MessagesBody,
  type WireBlock,
  type WireMessage,
  type WireText,
  type WireTool,
  type WireToolChoice,
} from "../anthropic/messages-body.ts";
import type { ScriptAnswer } from "../script/script-answer.ts";
import { anyText, forcedText } from "./prompted-texts.ts";
import { type Tags, tagsOf } from "./tags.ts";

type ScriptedReply = Extract<ScriptAnswer, { type: "reply" }>;

/** A request that offers tools in its prompt, as a model understands it that follows instructions. */
export interface PromptedRequest {
  /** The request as it would be with a model that calls tools. */
  readonly body: MessagesBody;
  /** A reply in the words that the prompt asks for. */
  say(reply: ScriptedReply): ScriptedReply;
}

/** Understands a prompt of {@link toPromptedRequest}; undefined where a request is none. For simulators. */
export function restorePromptedBody(body: MessagesBody): PromptedRequest | undefined {
  const { system = [], ...rest } = body;
  const texts = typeof system === "string" ? [{ type: "text" as const, text: system }] : system;
  const told = texts.map(({ text }) => text).join("\n");
  const nonce = /<call-([0-9a-f]{10})>/.exec(told)?.[1];
  if (nonce === undefined) return undefined;
  const tags = tagsOf(nonce);
  const tools = toolsIn(told, tags);
  const choice = choiceIn(told);
  return {
    body: {
      ...rest,
      ...(texts.length === 0 ? {} : { system: texts.flatMap((each) => beforeTools(each)) }),
      messages: body.messages.map((message) => restoreMessage(message, tags)),
      ...(tools.length === 0 ? {} : { tools }),
      ...(tools.length === 0 || choice === undefined ? {} : { tool_choice: choice }),
    },
    say: (reply) => inWords(reply, tags),
  };
}

/** Servers of one interface get all system text as one. */
function beforeTools(block: WireText): readonly WireText[] {
  const at = block.text.search(
    /(?:^|\n)(?:You can call tools\. These are all|Earlier calls of tools stand)/,
  );
  if (at < 0) return [block];
  return at === 0 ? [] : [{ type: "text", text: block.text.slice(0, at) }];
}

function toolsIn(told: string, { tools: { open, close } }: Tags): readonly WireTool[] {
  const from = told.indexOf(`${open}\n`);
  const to = told.indexOf(`\n${close}`);
  if (from < 0 || to < from + open.length) return [];
  return told
    .slice(from + open.length + 1, to)
    .split("\n")
    .flatMap((line) => {
      const { name, description = "", input_schema: schema } = parse(line);
      if (typeof name !== "string" || typeof description !== "string" || !isJsonObject(schema))
        return [];
      return [{ name, description, input_schema: schema }];
    });
}

function choiceIn(told: string): WireToolChoice | undefined {
  const last = told.slice(told.lastIndexOf("\n") + 1);
  if (last === anyText) return { type: "any" };
  return last.startsWith(forcedText)
    ? { type: "tool", name: last.slice(forcedText.length) }
    : undefined;
}

function restoreMessage(message: WireMessage, tags: Tags): WireMessage {
  const { role } = message;
  const tag = role === "assistant" ? tags.call : tags.result;
  const toBlock = role === "assistant" ? callBlock : resultBlock;
  const content = blocksOf(message).flatMap((block): readonly WireBlock[] =>
    block.type === "text" ? blocksIn(block.text, tag, toBlock) : [block],
  );
  return { role, content };
}

function blocksIn(
  text: string,
  { open, close }: Tags["call"],
  toBlock: (inside: string) => WireBlock,
): readonly WireBlock[] {
  const blocks: WireBlock[] = [];
  const say = (words: string): void => {
    const said = words.replace(/^\n|\n$/g, "");
    if (said !== "") blocks.push({ type: "text", text: said });
  };
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
    say(text.slice(at, from));
    const end = text.indexOf(close, from);
    blocks.push(toBlock(text.slice(from + open.length, end)));
    at = end + close.length;
  }
  say(text.slice(at));
  return blocks;
}

function callBlock(inside: string): WireBlock {
  const { id, tool, args } = parse(inside);
  const input = isJsonObject(args) ? args : {};
  return { type: "tool_use", id: textOr(id, "call"), name: textOr(tool, "call"), input };
}

function resultBlock(inside: string): WireBlock {
  const end = inside.indexOf("\n");
  const { id, error } = parse(inside.slice(0, end));
  return {
    type: "tool_result",
    tool_use_id: textOr(id, "call"),
    content: inside.slice(end + 1),
    ...(error === true ? { is_error: true } : {}),
  };
}

function inWords(reply: ScriptedReply, { call }: Tags): ScriptedReply {
  const words = reply.content.map((block) =>
    block.type === "text"
      ? block.text
      : `${call.open}${JSON.stringify({ tool: block.name, args: block.input })}${call.close}`,
  );
  const text = words.join("\n");
  return {
    ...reply,
    content: text === "" ? [] : [{ type: "text", text }],
    stopReason: reply.stopReason === "tool_use" ? "end_turn" : reply.stopReason,
  };
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function textOr(value: JsonValue | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
