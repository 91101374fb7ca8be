import type { ModelRole } from "../chat.ts";
import type { MessagesBody, WireBlock, WireMessage, WireText } from "./messages-body.ts";

const mark = { type: "ephemeral" } as const;
/** The API takes no more, and refuses the request otherwise. */
const most = 4;
/** Shorter beginnings are not cached by any model, at four characters for a token: a mark would do nothing. */
const fewestChars = 4 * 1024;

/**
 * Marks what the next requests will begin with, so that it is read from the cache: tools and system text, which
 * trials share, and the conversation up to here, where it goes on. Marks that are there stay.
 */
export function withCacheMarks(body: MessagesBody, role: ModelRole): MessagesBody {
  const { system = [], tools = [], messages } = body;
  let left = most - marksIn(body);
  const prefix = JSON.stringify(tools).length + JSON.stringify(system).length;
  let marked = body;
  if (left > 0 && prefix >= fewestChars) {
    marked = { ...marked, ...markedPrefix(body) };
    left = most - marksIn(marked);
  }
  if (left === 0 || prefix + JSON.stringify(messages).length < fewestChars) return marked;
  if (!goesOn(body, role)) return marked;
  return { ...marked, messages: markedConversation(messages, Math.min(left, 2)) };
}

/** A conversation with tools goes on by their results; a judge's only where it has been asked to repair. */
function goesOn({ tools = [], messages }: MessagesBody, role: ModelRole): boolean {
  const hasHistory = messages.some((message) => message.role === "assistant");
  return role === "judge" ? hasHistory : hasHistory || tools.length > 0;
}

/** The end of the system text, which comes after the tools; or the last tool where there is none. */
function markedPrefix({ system = [], tools = [] }: MessagesBody): Partial<MessagesBody> {
  const texts = typeof system === "string" ? [] : system;
  const last = texts.at(-1);
  if (last !== undefined) {
    return { system: [...texts.slice(0, -1), { ...last, cache_control: mark }] };
  }
  const tool = tools.at(-1);
  if (tool === undefined) return {};
  return { tools: [...tools.slice(0, -1), { ...tool, cache_control: mark }] };
}

/** The last messages of the user: the end, and where the request before this one ended. */
function markedConversation(
  messages: readonly WireMessage[],
  count: number,
): readonly WireMessage[] {
  const users = messages.flatMap(({ role }, index) => (role === "user" ? [index] : []));
  const chosen = new Set(users.slice(-count));
  return messages.map((message, index) => (chosen.has(index) ? withMark(message) : message));
}

function withMark(message: WireMessage): WireMessage {
  if (typeof message.content === "string") return message;
  const last = message.content.at(-1);
  if (last === undefined) return message;
  return {
    ...message,
    content: [...message.content.slice(0, -1), { ...last, cache_control: mark }],
  };
}

function marksIn({ system = [], tools = [], messages }: MessagesBody): number {
  const blocks: readonly (WireBlock | WireText)[] = [
    ...(typeof system === "string" ? [] : system),
    ...messages.flatMap(({ content }) => (typeof content === "string" ? [] : content)),
  ];
  return [...tools, ...blocks].filter(({ cache_control }) => cache_control !== undefined).length;
}
