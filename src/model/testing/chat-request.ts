import type { ChatMessage, ChatRequest, ToolDefinition } from "../chat.ts";

/** A request for tests, of which only what matters need be said. */
export function chatRequest(given: Partial<ChatRequest> & { ask?: string } = {}): ChatRequest {
  const { ask = "Hello", ...others } = given;
  return {
    role: "agent",
    system: [],
    messages: [{ role: "user", text: ask }],
    tools: [],
    maxTokens: 1000,
    trial: 0,
    ...others,
  };
}

/** A tool without arguments. */
export function tool(name: string): ToolDefinition {
  return { name, description: `The tool ${name}.`, inputSchema: { type: "object" } };
}

/** A call in history. */
export function called(id: string, name: string, text = ""): ChatMessage {
  const call = { type: "tool_call", id, name, args: {} } as const;
  return {
    role: "assistant",
    parts: text === "" ? [call] : [{ type: "text", text }, call],
  };
}

/** The result of a call in history. */
export function result(callId: string, content: string, isError = false): ChatMessage {
  return { role: "tool", callId, name: "any", content, isError };
}
