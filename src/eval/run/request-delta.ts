import { isDeepStrictEqual } from "node:util";
import type { ChatRequest } from "../../model/index.ts";
import type { RequestDelta } from "../../record/index.ts";

/** Turns the requests of one conversation into what each adds to the one before. */
export interface DeltaMaker {
  next(request: ChatRequest): RequestDelta;
}

/** A maker for one conversation: one role and component of one trial. */
export function createDeltaMaker(): DeltaMaker {
  let before: ChatRequest | undefined;
  return {
    next(request) {
      const keep = commonLength(before?.messages ?? [], request.messages);
      const delta = { ...changes(before, request), keep, add: request.messages.slice(keep) };
      before = request;
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

/** Not by their JSON: most texts are the very same as before, and prompts are long. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && isDeepStrictEqual(a, b));
}

function commonLength(a: readonly unknown[], b: readonly unknown[]): number {
  let length = 0;
  while (length < a.length && length < b.length && same(a[length], b[length])) length += 1;
  return length;
}
