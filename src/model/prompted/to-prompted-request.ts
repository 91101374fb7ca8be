import type {
  AssistantMessage,
  ChatMessage,
  ChatRequest,
  ReplyPart,
  ToolMessage,
  UserMessage,
} from "../chat.ts";
import { toolsText } from "./prompted-texts.ts";
import type { Tags } from "./tags.ts";

/** Whether a request has anything to do with tools. */
export function involvesTools({ tools, messages }: ChatRequest): boolean {
  return (
    tools.length > 0 ||
    messages.some(
      (message) =>
        message.role === "tool" ||
        (message.role === "assistant" && message.parts.some((part) => part.type !== "text")),
    )
  );
}

/** The same request in words: tools in the system text, calls and results as text. */
export function toPromptedRequest(request: ChatRequest, tags: Tags): ChatRequest {
  const { toolChoice, ...rest } = request;
  const text = toolsText(request.tools, toolChoice, tags);
  return {
    ...rest,
    system: [...request.system, { text }],
    messages: conversation(request.messages, tags),
    tools: [],
  };
}

/** Results and what the user says after them become one text, as many templates take one only. */
function conversation(messages: readonly ChatMessage[], tags: Tags): readonly ChatMessage[] {
  const told: ChatMessage[] = [];
  let results: string[] = [];
  const flush = (): void => {
    if (results.length > 0) told.push({ role: "user", text: results.join("\n") });
    results = [];
  };
  for (const message of messages) {
    if (message.role === "tool") results.push(resultText(message, tags));
    else if (message.role === "user" && results.length > 0) results.push(message.text);
    else {
      flush();
      told.push(message.role === "user" ? plain(message) : written(message, tags));
    }
  }
  flush();
  return told;
}

function plain({ text }: UserMessage): ChatMessage {
  return { role: "user", text };
}

function written({ parts }: AssistantMessage, tags: Tags): ChatMessage {
  const text = parts.map((part) => partText(part, tags)).join("\n");
  return { role: "assistant", parts: [{ type: "text", text }] };
}

function partText(part: ReplyPart, { call }: Tags): string {
  if (part.type === "text") return part.text;
  const { id, name: tool } = part;
  const said = part.type === "tool_call" ? JSON.stringify({ id, tool, args: part.args }) : part.raw;
  return `${call.open}${said}${call.close}`;
}

/** Which call it is for stands in the first line, and whether it failed. */
function resultText(
  { callId: id, name: tool, content, isError }: ToolMessage,
  { result }: Tags,
): string {
  const head = JSON.stringify({ id, tool, ...(isError ? { error: true } : {}) });
  return `${result.open}${head}\n${content}${result.close}`;
}
