import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type {
  MessagesBody,
  WireBlock,
  WireMessage,
  WireText,
  WireTool,
  WireToolChoice,
} from "../anthropic/messages-body.ts";
import {
  type CompletionCall,
  type CompletionMessage,
  type CompletionsBody,
  type CompletionTool,
  type CompletionToolChoice,
  textsOf,
} from "./completions-body.ts";

/** A request for a chat completion as scripts look at requests, so that one script answers both interfaces. */
export function asMessagesBody(body: CompletionsBody): MessagesBody {
  const { model, messages, tools = [], tool_choice: choice, temperature, stream } = body;
  const system = messages.filter(({ role }) => role === "system" || role === "developer");
  const toolChoice = asToolChoice(choice);
  return {
    model,
    max_tokens: body.max_tokens ?? body.max_completion_tokens ?? Number.MAX_SAFE_INTEGER,
    messages: asMessages(messages),
    ...(system.length === 0 ? {} : { system: system.flatMap(({ content }) => asTexts(content)) }),
    ...(tools.length === 0 ? {} : { tools: tools.map(asTool) }),
    ...(toolChoice === undefined ? {} : { tool_choice: toolChoice }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(stream === undefined ? {} : { stream }),
  };
}

/** Results and texts of the user that stand together are one message there. */
function asMessages(messages: readonly CompletionMessage[]): readonly WireMessage[] {
  const wire: { role: WireMessage["role"]; content: WireBlock[] }[] = [];
  for (const message of messages) {
    if (message.role === "system" || message.role === "developer") continue;
    const role = message.role === "assistant" ? "assistant" : "user";
    const last = wire.at(-1);
    if (role === "user" && last?.role === role) last.content.push(...blocksOf(message));
    else wire.push({ role, content: [...blocksOf(message)] });
  }
  return wire;
}

function blocksOf(message: CompletionMessage): readonly WireBlock[] {
  if (message.role === "tool") {
    const content = asTexts(message.content);
    return [{ type: "tool_result", tool_use_id: message.tool_call_id, content }];
  }
  const calls = message.role === "assistant" ? (message.tool_calls ?? []) : [];
  return [...asTexts(message.content), ...calls.map(asToolUse)];
}

function asTexts(content: Parameters<typeof textsOf>[0]): readonly WireText[] {
  return textsOf(content).map((text) => ({ type: "text", text }));
}

function asToolUse({ id, function: { name, arguments: args } }: CompletionCall): WireBlock {
  return { type: "tool_use", id, name, input: parse(args) };
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function asTool({ function: { name, description, parameters } }: CompletionTool): WireTool {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    input_schema: parameters ?? { type: "object" },
  };
}

function asToolChoice(choice: CompletionToolChoice | undefined): WireToolChoice | undefined {
  if (choice === undefined || choice === "none") return undefined;
  if (choice === "auto") return { type: "auto" };
  return choice === "required" ? { type: "any" } : { type: "tool", name: choice.function.name };
}
