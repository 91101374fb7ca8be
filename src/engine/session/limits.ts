import type { RunOptions } from "../run-options.ts";

/** The bounds of a run, all decided. */
export interface Limits {
  readonly maxReplies: number;
  readonly maxTurns: number;
  readonly maxSupersteps: number;
  readonly finalAnswerRetries: number;
  readonly contextWindow: number;
}

const defaultMaxReplies = 1000;
const defaultMaxSupersteps = 600;
const defaultFinalAnswerRetries = 10;
const smallWindow = 200_000;
const largeWindow = 1_000_000;
const smallWindowModels = /haiku|sonnet-4-5|sonnet-4-0|claude-3/;

export function resolveLimits({ limits = {}, model, compat = false }: RunOptions): Limits {
  return {
    maxReplies: limits.maxReplies ?? defaultMaxReplies,
    maxTurns: limits.maxTurns ?? Number.POSITIVE_INFINITY,
    maxSupersteps: limits.maxSupersteps ?? defaultMaxSupersteps,
    // The service asks again without end; `maxReplies` still holds.
    finalAnswerRetries:
      limits.finalAnswerRetries ?? (compat ? Number.POSITIVE_INFINITY : defaultFinalAnswerRetries),
    contextWindow:
      limits.contextWindow ?? (smallWindowModels.test(model.id) ? smallWindow : largeWindow),
  };
}
