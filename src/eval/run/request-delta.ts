import type { ChatRequest } from "../../model/index.ts";
import type { RequestDelta } from "../../record/index.ts";

/** Turns the requests of one conversation into what each adds to the one before. */
export interface DeltaMaker {
  next(request: ChatRequest): RequestDelta;
}

/** A maker for one conversation: one role and component of one trial. */
export function createDeltaMaker(): DeltaMaker {
  let before: ChatRequest | undefined;
  let texts: readonly string[] = [];
  return {
    next(request) {
      const now = request.messages.map((message, index) =>
        // Most messages are the very same object as before, and need not be written out again.
        message === before?.messages[index] ? (texts[index] ?? "") : JSON.stringify(message),
      );
      const keep = commonLength(texts, now);
      const delta = { ...changes(before, request), keep, add: request.messages.slice(keep) };
      before = request;
      texts = now;
      return delta;
    },
  };
}

function changes(
  before: ChatRequest | undefined,
  now: ChatRequest,
): Omit<RequestDelta, "keep" | "add"> {
  const tools = toolNames(now);
  const choice = now.toolChoice ?? null;
  return {
    ...(same(before?.system, now.system) ? {} : { system: now.system }),
    ...(same(before && toolNames(before), tools) ? {} : { tools }),
    ...(before !== undefined && same(before.toolChoice ?? null, choice)
      ? {}
      : { toolChoice: choice }),
    ...(before?.maxTokens === now.maxTokens ? {} : { maxTokens: now.maxTokens }),
  };
}

function toolNames({ tools }: ChatRequest): readonly string[] {
  return tools.map(({ name }) => name);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  // The first request has none before it: its prompt need not be written out to tell.
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
