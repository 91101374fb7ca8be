import { join, resolve } from "node:path";
import { AppError } from "../../../src/core/errors/app-error.ts";
import type { RunPlan } from "../../../src/eval/index.ts";

/** Where the cassettes of a run are, as `--record` or `--replay` says. */
export interface CassettePlace {
  readonly flag: "--record" | "--replay";
  readonly path: string;
  readonly cwd: string;
}

/** The file of a suite: the one that is named, or its own in the folder that is named. */
export function cassettePath({ path, cwd }: CassettePlace, suite: string): string {
  return resolve(cwd, shownCassette({ path }, suite));
}

/** The same as the user would write it. */
export function shownCassette({ path }: Pick<CassettePlace, "path">, suite: string): string {
  return isFile(path) ? path : join(path, `${suite}.cassette.yml`);
}

/** @throws AppError CLI_USAGE where one file is named for several suites. */
export function checkCassettePath({ flag, path }: CassettePlace, { suites }: RunPlan): void {
  if (!isFile(path) || suites.length < 2) return;
  throw new AppError("CLI_USAGE", `${flag} names one file for ${suites.length} suites: ${path}`, {
    hint: "name a folder: each suite has a file of its own in it",
  });
}

function isFile(path: string): boolean {
  return /\.ya?ml$/iu.test(path);
}
