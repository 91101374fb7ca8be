import type { Files } from "../../../src/core/files.ts";
import { flowIdentity } from "../../../src/lint/index.ts";
import type { GitBase } from "../../../src/platform/index.ts";

export interface DefinitionsSelection {
  /** Undefined where everything is linted. */
  readonly since: GitBase | undefined;
  /** Paths of flows that are linted because of a change, and of those that are gone. */
  readonly flows: readonly string[];
  readonly files: Files;
}

/** Of some files of definitions those that changed since a commit, and those that name a flow that did. */
export async function selectDefinitions(
  paths: readonly string[],
  { since, flows, files }: DefinitionsSelection,
): Promise<readonly string[]> {
  if (since === undefined) return paths;
  const references = new Set(flows.map((path) => flowIdentity(path)?.reference));
  const selected: string[] = [];
  for (const path of paths) {
    const text = (await files.read(path)) ?? "";
    // A name that stands there for something else makes the file be linted once too often.
    const words = text.match(/[a-z][a-z0-9_]*/g) ?? [];
    const isNamed = words.some((word) => references.has(word));
    if (isNamed || (await since.isChanged(path))) selected.push(path);
  }
  return selected;
}
