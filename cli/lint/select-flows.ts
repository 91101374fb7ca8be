import { resolve } from "node:path";
import type { Config } from "../../src/config/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { singleLine } from "../../src/format/index.ts";
import { shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import { findFlows, type FoundFlows } from "./find-flows.ts";

/** What is linted, and what the user should know about what is not. */
export interface SelectedFlows extends FoundFlows {
  readonly notices: readonly string[];
}

/** How many files that lie in the wrong place are named. */
const maxNamed = 3;

/** The flow configs that the command line or `flowproof.yml` names; what is wrong comes with them. */
export async function selectFlows(
  paths: readonly string[],
  { registries }: Config,
  { cwd, files }: CliContext,
): Promise<SelectedFlows> {
  const misplaced = new Set<string>();
  const { flows, prompts, responseSchemas, tools } = registries;
  const search = {
    cwd,
    files,
    registries: flows.map((folder) => resolve(cwd, folder)),
    others: [prompts, responseSchemas, tools].flatMap((folder) =>
      folder === undefined ? [] : [resolve(cwd, folder)],
    ),
    onMisplaced: (path: string) => void misplaced.add(singleLine(shownPath(path, cwd))),
  };
  const named = paths.filter((path) => path !== "-");
  const found =
    paths.length > 0 ? await findFlows(named, search) : await findRegistered(flows, search);
  return { ...found, notices: noticeOf([...misplaced].toSorted()) };
}

/** Without paths: the folders of flows. Not all of them need to exist, but one flow does. */
async function findRegistered(
  folders: readonly string[],
  search: Parameters<typeof findFlows>[1],
): Promise<FoundFlows> {
  const found = await findFlows(folders, search);
  const errors = found.errors.filter((error) => !isNothing(error));
  if (found.paths.length > 0 || errors.length > 0) return { paths: found.paths, errors };
  const where = folders.join(", ");
  const error = new AppError("LINT_NOTHING_FOUND", `there is no flow in ${where}`, {
    hint: "name files or folders, or list your folders under `registries.flows` in flowproof.yml",
  });
  return { paths: [], errors: [error] };
}

const nothing: ReadonlySet<string> = new Set(["FILE_NOT_FOUND", "LINT_NOTHING_FOUND"]);

/** Whether an error says that where flows are looked for there is none. */
export function isNothing({ code }: AppError): boolean {
  return nothing.has(code);
}

function noticeOf(misplaced: readonly string[]): readonly string[] {
  if (misplaced.length === 0) return [];
  const named = misplaced.slice(0, maxNamed).join(", ");
  const others = misplaced.length - maxNamed;
  const who = others > 0 ? `${named} and ${others} more` : named;
  return [`not linted, because flows lie at <reference>/<version>.yml: ${who}`];
}
