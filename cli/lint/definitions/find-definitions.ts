import { basename, join, resolve, sep } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { AppError, throwAll } from "../../../src/core/errors/app-error.ts";
import type { Files } from "../../../src/core/files.ts";
import { didYouMean } from "../../../src/core/text/suggest.ts";

/** The files of definitions that a run knows, and which of its paths are such files. */
export interface FoundDefinitions {
  /** Absolute paths, sorted, each once. */
  readonly known: readonly string[];
  /** Those that are linted themselves. */
  readonly linted: readonly string[];
  /** Those that the command line names as paths. */
  readonly named: readonly string[];
  /** The paths of the command line that are none. */
  readonly others: readonly string[];
}

export interface DefinitionsSearch {
  readonly config: Config;
  readonly cwd: string;
  readonly files: Files;
}

const ownName = /^definitions\.ya?ml$/u;
const maxDepth = 40;

/**
 * Finds what `--definitions`, `lint.definitions` in flowproof.yml or the folders of flows hold, in this
 * order, and what is named as a path.
 *
 * @throws AppError or AppErrors for paths that lead to nothing
 */
export async function findDefinitions(
  paths: readonly string[],
  flagged: readonly string[] | undefined,
  search: DefinitionsSearch,
): Promise<FoundDefinitions> {
  const { config, cwd, files } = search;
  const configured = flagged ?? config.lint.definitions;
  const registered =
    configured === undefined ? await inFolders(config.registries.flows, search) : [];
  const named = new Set(paths.filter(isDefinitions).map((path) => resolve(cwd, path)));
  const errors: AppError[] = [];
  const all = new Set([...registered, ...named]);
  for (const path of [...(configured ?? []), ...paths.filter(isDefinitions)]) {
    const found = await filesAt(resolve(cwd, path), files);
    if (found.length === 0) errors.push(await nothingAt(path, search));
    for (const each of found) all.add(each);
  }
  throwAll(errors);
  const others = paths.filter((path) => !isDefinitions(path));
  const folders = others.map((path) => resolve(cwd, path) + sep);
  const isLinted = (path: string): boolean =>
    paths.length === 0 || named.has(path) || folders.some((folder) => path.startsWith(folder));
  const known = [...all].toSorted();
  return { known, linted: known.filter(isLinted), named: [...named], others };
}

/** Whether a path is called as a file of definitions is. */
function isDefinitions(path: string): boolean {
  return path.endsWith(".rb") || ownName.test(basename(path));
}

async function inFolders(
  folders: readonly string[],
  { cwd, files }: DefinitionsSearch,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const path = resolve(cwd, folder, "definitions.yml");
    if ((await files.list(resolve(cwd, folder))).includes("definitions.yml")) found.push(path);
  }
  return found;
}

/** A file itself, or everything in a folder that is called as definitions are. */
async function filesAt(path: string, files: Files, depth = 0): Promise<readonly string[]> {
  const names = await files.list(path);
  if (names.length === 0) {
    const isFile = depth > 0 || (await files.realPath?.(path)) !== undefined;
    return isFile && /\.(?:rb|ya?ml)$/u.test(path) ? [path] : [];
  }
  const found: string[] = [];
  for (const name of names) {
    if (name.startsWith(".") || name.endsWith("_spec.rb") || depth >= maxDepth) continue;
    const isFolder = !name.includes(".");
    if (isFolder || isDefinitions(name)) {
      found.push(...(await filesAt(join(path, name), files, depth + 1)));
    }
  }
  return found;
}

async function nothingAt(path: string, { cwd, files }: DefinitionsSearch): Promise<AppError> {
  const absolute = resolve(cwd, path);
  if ((await files.realPath?.(absolute)) !== undefined) {
    return new AppError("LINT_NOTHING_FOUND", `there are no definitions at "${path}"`, {
      hint: "name a .yml or .rb file, or a folder with definitions.yml or .rb files",
    });
  }
  const names = (await files.list(resolve(absolute, ".."))).filter(isDefinitions);
  return new AppError("FILE_NOT_FOUND", `there is no file or folder "${path}"`, {
    hint: names.length > 0 ? didYouMean(basename(path), names) : "check the spelling of its folder",
  });
}
