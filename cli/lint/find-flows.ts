import { dirname, relative, resolve, sep } from "node:path";
import { AppError, AppErrors } from "../../src/core/errors/app-error.ts";
import { isGlob, parseGlob } from "../../src/core/text/glob.ts";
import { didYouMean } from "../../src/core/text/suggest.ts";
import { type FlowWalk, walkFlows } from "./walk-flows.ts";

/** Where paths begin, and what is known of the folders. */
export interface FlowSearch extends FlowWalk {
  readonly cwd: string;
}

export interface FoundFlows {
  /** Absolute paths, each once. */
  readonly paths: readonly string[];
  readonly errors: readonly AppError[];
}

/** The flow configs that paths stand for: files, folders and patterns. Each has to stand for one at least. */
export async function findFlows(paths: readonly string[], search: FlowSearch): Promise<FoundFlows> {
  const found = new Set<string>();
  const errors: AppError[] = [];
  for (const path of paths) {
    try {
      for await (const each of flowsAt(path, search)) found.add(each);
    } catch (error) {
      if (error instanceof AppErrors) errors.push(...error.errors);
      else if (error instanceof AppError) errors.push(error);
      else throw error;
    }
  }
  return { paths: [...found].toSorted(), errors };
}

async function* flowsAt(path: string, search: FlowSearch): AsyncGenerator<string> {
  const { cwd, files } = search;
  const absolute = resolve(cwd, path);
  // An unset variable of a shell shall not stand for the whole folder.
  const isThere = path !== "" && (await files.realPath?.(absolute)) !== undefined;
  if (!isThere && isGlob(path)) yield* flowsLike(path, search);
  else if (!isThere) throw await missing(path, search);
  else if (await isFolder(absolute, search)) yield* flowsBelow(path, search);
  else yield absolute;
}

async function* flowsBelow(path: string, search: FlowSearch): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const each of walkFlows(resolve(search.cwd, path), search)) {
    isEmpty = false;
    yield each;
  }
  if (isEmpty) throw nothingFound(`there is no flow in the folder "${path}"`);
}

async function* flowsLike(pattern: string, search: FlowSearch): AsyncGenerator<string> {
  const glob = parseGlob(pattern.startsWith("./") ? pattern.slice(2) : pattern);
  const base = resolve(search.cwd, glob.base);
  let isEmpty = true;
  for await (const each of walkFlows(base, search)) {
    if (!glob.matches(relative(base, each).split(sep).join("/"))) continue;
    isEmpty = false;
    yield each;
  }
  if (isEmpty) throw nothingFound(`no flow matches "${pattern}"`);
}

async function isFolder(path: string, { files }: FlowSearch): Promise<boolean> {
  if ((await files.list(path)).length > 0) return true;
  if (/\.ya?ml$/u.test(path)) return false;
  // An empty folder has a "." in it, a file has none.
  return (await files.realPath?.(`${path}${sep}.`)) !== undefined;
}

async function missing(path: string, { cwd, files }: FlowSearch): Promise<AppError> {
  const absolute = resolve(cwd, path);
  const folder = dirname(path);
  const names = await files.list(dirname(absolute));
  const known = names.map((name) => (folder === "." ? name : `${folder}/${name}`));
  return new AppError("FILE_NOT_FOUND", `there is no file or folder "${path}"`, {
    hint: known.length > 0 ? didYouMean(path, known) : "check the spelling of its folder",
  });
}

function nothingFound(message: string): AppError {
  return new AppError("LINT_NOTHING_FOUND", message, {
    hint: "name .yml files, or folders with <reference>/<version>.yml",
  });
}
