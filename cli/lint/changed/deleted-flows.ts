import { relative, resolve, sep } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { isGlob, parseGlob } from "../../../src/core/text/glob.ts";
import { isReleasedFlow, type LintSource } from "../../../src/lint/index.ts";
import { type GitBase, shownPath } from "../../../src/platform/index.ts";

export interface DeletedSearch {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly config: Config;
}

/** The released flows that the paths of the command line stood for at the base and that are gone. */
export async function deletedFlows(
  base: GitBase,
  { cwd, paths, config: { registries } }: DeletedSearch,
): Promise<readonly LintSource[]> {
  const named = paths.length > 0 ? paths.filter((path) => path !== "-") : registries.flows;
  const others = [registries.prompts, registries.responseSchemas, registries.tools].flatMap(
    (folder) => (folder === undefined ? [] : [resolve(cwd, folder) + sep]),
  );
  const gone = new Set<string>();
  for (const path of named) for (const each of await deletedAt(path, base, cwd)) gone.add(each);
  const flows = [...gone].filter((path) => {
    return isReleasedFlow(path) && !others.some((folder) => path.startsWith(folder));
  });
  const change = { base: base.ref, before: undefined, lower: undefined, deleted: true };
  return flows.toSorted().map((path) => ({ path: shownPath(path, cwd), text: undefined, change }));
}

async function deletedAt(path: string, base: GitBase, cwd: string): Promise<readonly string[]> {
  const gone = await base.deletedIn(resolve(cwd, path));
  if (gone.length > 0 || !isGlob(path)) return gone;
  const glob = parseGlob(path.startsWith("./") ? path.slice(2) : path);
  const folder = resolve(cwd, glob.base);
  const below = await base.deletedIn(folder);
  return below.filter((each) => glob.matches(relative(folder, each).split(sep).join("/")));
}
