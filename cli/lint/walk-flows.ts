import { join, relative, sep } from "node:path";
import type { Files } from "../../src/core/files.ts";

/** What decides which files below a folder are flows. Every path in it is absolute. */
export interface FlowWalk {
  readonly files: Files;
  /** Folders in which flows lie at `<reference>/<version>.yml` and nowhere else. */
  readonly registries: readonly string[];
  /** Folders of other things, which are passed over. */
  readonly others: readonly string[];
  /** Takes files that lie in a registry where no flow lies, so that nobody takes them for linted. */
  readonly onMisplaced: (path: string) => void;
}

const maxDepth = 40;
const reference = String.raw`[a-z][a-z0-9_]*`;
const registered: RegExp = new RegExp(String.raw`^(?:experimental/)?${reference}/[^/]+\.yml$`, "u");
/** Files of ours and of registries that are no flows. */
const notFlows = /^(?:flowproof|definitions)\.ya?ml$|\.(?:suite|script)\.ya?ml$/u;

/**
 * Looks for flow configs below a folder.
 *
 * @yields their paths, in the order of their names
 */
export async function* walkFlows(folder: string, walk: FlowWalk): AsyncGenerator<string> {
  const top = (await walk.files.realPath?.(folder)) ?? folder;
  yield* below(folder, { walk, top, seen: new Set([top]), depth: 0 });
}

interface Level {
  readonly walk: FlowWalk;
  /** Links are followed within this folder only. */
  readonly top: string;
  /** Folders by their real path: links may lead in circles. */
  readonly seen: Set<string>;
  readonly depth: number;
}

async function* below(folder: string, level: Level): AsyncGenerator<string> {
  const { walk, depth } = level;
  const registry = walk.registries.find((each) => isInside(folder, each));
  for (const name of await walk.files.list(folder)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    const path = join(folder, name);
    if (/\.ya?ml$/u.test(name)) {
      if (notFlows.test(name) || !(await staysInside(path, level))) continue;
      if (registry === undefined || isRegistered(path, registry)) yield path;
      else walk.onMisplaced(path);
    } else if (depth < maxDepth && (await isNew(path, level))) {
      yield* below(path, { ...level, depth: depth + 1 });
    }
  }
}

function isRegistered(path: string, registry: string): boolean {
  return registered.test(relative(registry, path).split(sep).join("/"));
}

/** Whether a path is in a folder or is the folder. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

async function staysInside(path: string, { walk: { files }, top }: Level): Promise<boolean> {
  const target = files.realPath === undefined ? path : await files.realPath(path);
  return target !== undefined && isInside(target, top);
}

/** Whether a folder is to be looked into: not outside, not one of other things, and only once. */
async function isNew(path: string, { walk, top, seen }: Level): Promise<boolean> {
  const { files, others } = walk;
  const target = files.realPath === undefined ? path : await files.realPath(path);
  if (target === undefined || !isInside(target, top) || seen.has(target)) return false;
  if ([path, target].some((each) => others.includes(each))) return false;
  seen.add(target);
  return true;
}
