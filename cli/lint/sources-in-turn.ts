import type { LintSource } from "../../src/lint/index.ts";

/**
 * One after the other.
 *
 * @yields every source of the first, then of the next
 */
export async function* sourcesInTurn(
  ...all: readonly (AsyncIterable<LintSource> | Iterable<LintSource>)[]
): AsyncGenerator<LintSource> {
  for (const sources of all) yield* sources;
}
