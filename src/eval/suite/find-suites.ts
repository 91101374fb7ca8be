import { isAbsolute, join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";

const suffix = ".suite.yml";
const maxDepth = 20;

/** Where paths are looked up. */
export interface SuiteSearch {
  readonly files: Files;
  /** Working directory, absolute. */
  readonly cwd: string;
}

export interface FoundSuites {
  /** Absolute paths, sorted, each once. */
  readonly paths: readonly string[];
  readonly errors: readonly AppError[];
}

/** The suites that paths stand for: a file is one, a folder stands for every `*.suite.yml` below it. */
export async function findSuites(
  paths: readonly string[],
  { files, cwd }: SuiteSearch,
): Promise<FoundSuites> {
  const found = new Set<string>();
  const errors: AppError[] = [];
  for (const path of paths) {
    const absolute = isAbsolute(path) ? path : join(cwd, path);
    const names = await files.list(absolute);
    const below = names.length === 0 ? [] : await suitesBelow(absolute, files, 0);
    for (const file of below) found.add(file);
    if (below.length > 0) continue;
    if (names.length > 0) errors.push(noSuites(`there is no suite in ${path}`));
    else if (/\.ya?ml$/u.test(path)) found.add(absolute);
    else if (/\.eval\.[cm]?ts$/u.test(path)) errors.push(forVitest(path));
    else errors.push(noSuites(`there is no suite ${path}`));
  }
  return { paths: [...found].toSorted(), errors };
}

async function suitesBelow(folder: string, files: Files, depth: number): Promise<string[]> {
  const found: string[] = [];
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    if (name.endsWith(suffix)) found.push(path);
    else if (mayBeFolder(name) && depth < maxDepth) {
      found.push(...(await suitesBelow(path, files, depth + 1)));
    }
  }
  return found;
}

/** Folders of other programs, which may be huge and hold no suite of the project. */
const foreign: ReadonlySet<string> = new Set([
  ".cache",
  ".git",
  ".hg",
  ".npm",
  ".pnpm-store",
  ".svn",
  ".tox",
  ".venv",
  ".yarn",
  "node_modules",
]);

/** Listing a file gives nothing, but trying every file of a project would take long. */
function mayBeFolder(name: string): boolean {
  return !foreign.has(name) && !/[^.]\.[a-z0-9]{1,5}$/iu.test(name);
}

function forVitest(path: string): AppError {
  return new AppError("EVAL_NO_SUITES", `${path} is a suite in TypeScript, which Vitest runs`, {
    hint: "run `npx vitest run --config vitest.eval.config.ts`; docs/vitest.md says what goes in there",
  });
}

function noSuites(message: string): AppError {
  return new AppError("EVAL_NO_SUITES", message, {
    hint: `name a file, or a folder with files whose names end in ${suffix}`,
  });
}
