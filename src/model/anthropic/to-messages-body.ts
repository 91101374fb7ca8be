import type {
  AssistantMessage,
  ChatMessage,
  ChatRequest,
  SystemBlock,
  ToolChoice,
  ToolDefinition,
  ToolMessage,
} from "../chat.ts";
import { asEarlierAssistant } from "./earlier-assistant.ts";
import type {
  MessagesBody,
  WireBlock,
  WireMessage,
  WireText,
  WireTool,
  WireToolChoice,
} from "./messages-body.ts";
import { type ModelTraits, modelTraits } from "./model-traits.ts";

/** A neutral request in the words of the Messages API, for the model of that name. */
export function toMessagesBody(request: ChatRequest, model: string): MessagesBody {
  const traits = modelTraits(model);
  const system = systemBlocks(request.system);
  return {
    model,
    max_tokens: request.maxTokens,
    ...(traits.temperature && request.temperature !== undefined
      ? { temperature: request.temperature }
      : {}),
    ...(request.stop === undefined || request.stop.length === 0
      ? {}
      : { stop_sequences: request.stop }),
    ...(system.length === 0 ? {} : { system }),
    messages: closed(wireMessages(request.messages), traits),
    ...(request.tools.length === 0 ? {} : { tools: request.tools.map(wireTool) }),
    ...(request.tools.length === 0 || request.toolChoice === undefined
      ? {}
      : { tool_choice: wireToolChoice(request.toolChoice, traits) }),
  };
}

function systemBlocks(blocks: readonly SystemBlock[]): readonly WireText[] {
  return blocks
    .filter(({ text }) => !isBlank(text))
    .map(({ text, cache }) =>
      cache === true
        ? { type: "text", text, cache_control: { type: "ephemeral" } }
        : { type: "text", text },
    );
}

/** Adjacent messages of user and tools become one message, and messages without content none. */
function wireMessages(messages: readonly ChatMessage[]): readonly WireMessage[] {
  const wire: WireMessage[] = [];
  let run: Exclude<ChatMessage, AssistantMessage>[] = [];
  const flush = (): void => {
    const content = userBlocks(run);
    if (content.length > 0) wire.push({ role: "user", content });
    run = [];
  };
  for (const message of messages) {
    if (message.role !== "assistant") {
      run.push(message);
      continue;
    }
    const content = assistantBlocks(message);
    if (content.length === 0) continue;
    flush();
    wire.push({ role: "assistant", content });
  }
  flush();
  return wire;
}

/** Results of tools first: the API wants them before any text. */
function userBlocks(run: readonly Exclude<ChatMessage, AssistantMessage>[]): readonly WireBlock[] {
  const results = run.filter((message) => message.role === "tool").map(toolResult);
  const texts = run
    .filter((message) => message.role === "user")
    .filter(({ text }) => !isBlank(text))
    .map(({ text }): WireText => ({ type: "text", text }));
  return [...results, ...texts];
}

function toolResult({ callId, content, isError }: ToolMessage): WireBlock {
  return {
    type: "tool_result",
    tool_use_id: callId,
    ...(content === "" ? {} : { content }),
    ...(isError ? { is_error: true } : {}),
  };
}

function assistantBlocks({ parts }: AssistantMessage): readonly WireBlock[] {
  return parts.flatMap((part): readonly WireBlock[] => {
    if (part.type === "text") return isBlank(part.text) ? [] : [{ type: "text", text: part.text }];
    // Arguments that are not JSON cannot be sent back, but their result needs a call to answer.
    const input = part.type === "tool_call" ? part.args : {};
    return [{ type: "tool_use", id: part.id, name: part.name, input }];
  });
}

/**
 * Makes the messages end as the model takes it: a last message of the assistant becomes part of the
 * user's where there is no prefill, and loses its trailing white space, which is refused, where there is.
 */
function closed(
  messages: readonly WireMessage[],
  { prefill }: ModelTraits,
): readonly WireMessage[] {
  const last = messages.at(-1);
  if (last?.role !== "assistant" || typeof last.content === "string") return messages;
  const texts = last.content.filter((block) => block.type === "text");
  if (texts.length < last.content.length) return messages;
  const text = texts.map((block) => block.text).join("");
  if (prefill) {
    const trimmed: WireText = { type: "text", text: text.trimEnd() };
    return [...messages.slice(0, -1), { role: "assistant", content: [trimmed] }];
  }
  const before = messages.at(-2);
  const earlier = asEarlierAssistant(text);
  if (before?.role !== "user" || typeof before.content === "string") {
    return [...messages.slice(0, -1), { role: "user", content: [earlier] }];
  }
  return [...messages.slice(0, -2), { role: "user", content: [...before.content, earlier] }];
}

function wireTool({ name, description, inputSchema }: ToolDefinition): WireTool {
  return {
    name,
    ...(description === "" ? {} : { description }),
    input_schema: inputSchema,
  };
}

/** Where calls cannot be forced, the model is left to choose: a refused request would help nobody. */
function wireToolChoice(choice: ToolChoice, { forcedTools }: ModelTraits): WireToolChoice {
  if (choice.type === "auto" || !forcedTools) return { type: "auto" };
  return choice.type === "any" ? { type: "any" } : { type: "tool", name: choice.name };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
