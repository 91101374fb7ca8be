import { readNumbered } from "./enclose.ts";

/** Two answers as a judge is shown them; of a conversation all that was answered, in order. */
export interface ShownPair {
  readonly first: readonly string[];
  readonly second: readonly string[];
}

/** Reads both answers from a request. */
export function readBoth(
  prompt: string,
  labels: { readonly first: string; readonly second: string },
): ShownPair {
  return {
    first: readNumbered(labels.first, prompt),
    second: readNumbered(labels.second, prompt),
  };
}
