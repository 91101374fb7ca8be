import type { GeneratedFile } from "./generated-files.ts";

/** A committed file that is not what the formats would make of it. */
export interface StaleFile {
  readonly path: string;
  readonly reason: "missing" | "differs" | "belongs to no format";
}

/** Compares what should be committed with what is, by path. */
export function staleFiles(
  expected: readonly GeneratedFile[],
  committed: ReadonlyMap<string, string>,
): readonly StaleFile[] {
  const wanted = new Map(expected.map(({ path, text }) => [path, text]));
  const paths = [...new Set([...wanted.keys(), ...committed.keys()])].toSorted();
  return paths.flatMap((path): StaleFile[] => {
    const text = committed.get(path);
    if (text === undefined) return [{ path, reason: "missing" }];
    if (!wanted.has(path)) return [{ path, reason: "belongs to no format" }];
    return text === wanted.get(path) ? [] : [{ path, reason: "differs" }];
  });
}
