import type { JsonValue } from "../../core/json.ts";
import { restoreEarlierAssistant } from "../anthropic/earlier-assistant.ts";
import {
  blocksOf,
  type MessagesBody,
  type WireMessage,
  type WireToolResult,
} from "../anthropic/messages-body.ts";
import { judgeProtocol } from "../judge-protocol/judge-protocol.ts";
import type { ShownPair } from "../judge-protocol/read-both.ts";
import type { ScriptCondition } from "./script-file.ts";

/** A request as a script looks at it. */
export interface RequestView {
  readonly messages: readonly WireMessage[];
  /** Number of assistant messages that the request holds. */
  readonly turn: number;
  readonly isJudge: boolean;
  /** The two answers that a judge is to hold against each other; undefined where it is not asked to. */
  readonly pair: ShownPair | undefined;
  /** What a condition is matched on; undefined for `judge` where no answer is shown. */
  read(condition: ScriptCondition): JsonValue | undefined;
}

/** Looks at a request; what no condition asks for is never put together. */
export function viewRequest(body: MessagesBody): RequestView {
  const messages = restoreEarlierAssistant(body.messages);
  const known = new Map<ScriptCondition, JsonValue | undefined>();
  const pair = isOffered(body, judgeProtocol.preferenceToolName)
    ? judgeProtocol.readBoth(firstUserText(messages))
    : undefined;
  return {
    messages,
    turn: messages.filter(({ role }) => role === "assistant").length,
    isJudge: pair !== undefined || isOffered(body, judgeProtocol.toolName),
    pair,
    read(condition) {
      if (condition === "judge" && pair !== undefined)
        return [...pair.first, ...pair.second].join("\n");
      if (!known.has(condition)) known.set(condition, readers[condition](body, messages));
      return known.get(condition);
    },
  };
}

type Reader = (body: MessagesBody, messages: readonly WireMessage[]) => JsonValue | undefined;

const readers: Readonly<Record<ScriptCondition, Reader>> = {
  user: (_, messages) => firstUserText(messages),
  last: (_, messages) => textOfMessage(messages.at(-1)),
  system: ({ system = "" }) =>
    typeof system === "string" ? system : system.map(({ text }) => text).join("\n"),
  tools: ({ tools = [] }) => tools.map(({ name }) => name),
  model: ({ model }) => model,
  judge: (_, messages) =>
    judgeProtocol.readEnclosed(judgeProtocol.answerLabel, firstUserText(messages)),
};

/** A judge is offered one tool only; also a model that takes no forced calls is recognized by it. */
function isOffered({ tools = [], tool_choice }: MessagesBody, tool: string): boolean {
  const named = tools.some(({ name }) => name === tool);
  const forced = tool_choice?.type === "tool" && tool_choice.name === tool;
  return named && (forced || tools.length === 1);
}

/** The user messages before the first one of the assistant, which a request may hold as one or several. */
function firstUserText(messages: readonly WireMessage[]): string {
  const end = messages.findIndex(({ role }) => role === "assistant");
  const leading = end < 0 ? messages : messages.slice(0, end);
  return leading.map((message) => textOfMessage(message)).join("\n");
}

function textOfMessage(message: WireMessage | undefined): string {
  if (message === undefined) return "";
  return blocksOf(message)
    .flatMap((block) => {
      if (block.type === "text") return [block.text];
      return block.type === "tool_result" ? [resultText(block)] : [];
    })
    .join("\n");
}

function resultText({ content = "" }: WireToolResult): string {
  return typeof content === "string" ? content : content.map(({ text }) => text).join("\n");
}
