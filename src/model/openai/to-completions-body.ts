import { asEarlierAssistant } from "../anthropic/earlier-assistant.ts";
import type {
  AssistantMessage,
  ChatMessage,
  ChatRequest,
  ReplyPart,
  SystemBlock,
  ToolChoice,
  ToolDefinition,
  ToolMessage,
  UserMessage,
} from "../chat.ts";
import { textOf } from "../chat.ts";
import type {
  CompletionCall,
  CompletionMessage,
  CompletionsBody,
  CompletionTool,
  CompletionToolChoice,
} from "./completions-body.ts";
import type { CompletionsTraits } from "./completions-traits.ts";

/** A neutral request in the words of chat completions, for the model of that name. */
export function toCompletionsBody(
  request: ChatRequest,
  model: string,
  { lengthKey, temperature }: CompletionsTraits,
): CompletionsBody {
  const { tools, toolChoice, stop = [] } = request;
  return {
    model,
    messages: [...systemMessage(request.system), ...conversation(request.messages)],
    [lengthKey]: request.maxTokens,
    ...(temperature && request.temperature !== undefined
      ? { temperature: request.temperature }
      : {}),
    ...(stop.length === 0 ? {} : { stop }),
    ...(tools.length === 0 ? {} : { tools: tools.map(wireTool) }),
    ...(tools.length === 0 || toolChoice === undefined
      ? {}
      : { tool_choice: wireToolChoice(toolChoice) }),
    stream: true,
    stream_options: { include_usage: true },
  };
}

/** One message, at the beginning: the templates of many models take no other. */
function systemMessage(blocks: readonly SystemBlock[]): readonly CompletionMessage[] {
  const texts = blocks.map(({ text }) => text).filter((text) => !isBlank(text));
  return texts.length === 0 ? [] : [{ role: "system", content: texts.join("\n") }];
}

/** Adjacent messages of the user become one, because templates want roles to alternate. */
function conversation(messages: readonly ChatMessage[]): readonly CompletionMessage[] {
  const wire: CompletionMessage[] = [];
  let run: (UserMessage | ToolMessage)[] = [];
  const flush = (earlier?: string): void => {
    wire.push(...results(run), ...userMessage(run, earlier));
    run = [];
  };
  for (const [index, message] of messages.entries()) {
    if (message.role !== "assistant") {
      run.push(message);
      continue;
    }
    const text = textOf(message.parts);
    const calls = message.parts.flatMap(wireCall);
    if (isBlank(text) && calls.length === 0) continue;
    if (calls.length === 0 && index === messages.length - 1) {
      // Servers do not agree on whether a last message of the assistant is continued, or refused.
      flush(asEarlierAssistant(text).text);
      continue;
    }
    flush();
    wire.push(assistantMessage(text, calls));
  }
  flush();
  return wire;
}

function assistantMessage(text: string, calls: readonly CompletionCall[]): CompletionMessage {
  const content = isBlank(text) ? null : text;
  return {
    role: "assistant",
    content,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
}

function wireCall(part: AssistantMessage["parts"][number]): readonly CompletionCall[] {
  if (part.type === "text") return [];
  return [
    { id: part.id, type: "function", function: { name: part.name, arguments: argsOf(part) } },
  ];
}

/** Servers parse the arguments of earlier calls, so what is not JSON cannot be sent back. */
function argsOf(part: Exclude<ReplyPart, { type: "text" }>): string {
  return part.type === "tool_call" ? JSON.stringify(part.args) : "{}";
}

/** That a result is an error can be told by its text only: this interface has no mark for it. */
function results(run: readonly (UserMessage | ToolMessage)[]): readonly CompletionMessage[] {
  return run
    .filter((message) => message.role === "tool")
    .map(({ callId, content }) => ({ role: "tool", tool_call_id: callId, content }));
}

/** One text as a string, which every server takes; several as parts, so that none runs into the next. */
function userMessage(
  run: readonly (UserMessage | ToolMessage)[],
  earlier: string | undefined,
): readonly CompletionMessage[] {
  const said = run.flatMap((message) => (message.role === "user" ? [message.text] : []));
  const texts = [
    ...said.filter((text) => !isBlank(text)),
    ...(earlier === undefined ? [] : [earlier]),
  ];
  const [first] = texts;
  if (first === undefined) return [];
  const parts = texts.map((text) => ({ type: "text" as const, text }));
  return [{ role: "user", content: texts.length === 1 ? first : parts }];
}

function wireTool({ name, description, inputSchema }: ToolDefinition): CompletionTool {
  return {
    type: "function",
    function: {
      name,
      ...(description === "" ? {} : { description }),
      parameters: inputSchema,
    },
  };
}

function wireToolChoice(choice: ToolChoice): CompletionToolChoice {
  if (choice.type === "auto") return "auto";
  return choice.type === "any" ? "required" : { type: "function", function: { name: choice.name } };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
