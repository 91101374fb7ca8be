import { dirname, join } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import { isJsonObject, type JsonValue } from "../../src/core/json.ts";
import type { CliContext } from "../context.ts";

/** What is known of the repository in which the program stands. */
export interface Repository {
  /** Its root, where that is another folder: GitLab reads a pipeline only from there. */
  readonly rootAbove: string | undefined;
  /** How npm gets flowproof in a job: it is a dependency of the repository, or it has to be named. */
  readonly install: "npm ci" | "npm install" | undefined;
  readonly ignoresReports: boolean;
}

export async function readRepository(context: CliContext): Promise<Repository> {
  const { cwd, files } = context;
  const names = await files.list(cwd);
  const dependsOnUs = names.includes("package.json") && (await namesFlowproof(context));
  const ignored = (await files.read(join(cwd, ".gitignore"))) ?? "";
  const locked = names.includes("package-lock.json") || names.includes("npm-shrinkwrap.json");
  return {
    rootAbove: names.includes(".git") ? undefined : await rootAbove(cwd, context),
    install: dependsOnUs ? (locked ? "npm ci" : "npm install") : undefined,
    ignoresReports: /^\/?reports(?:\/|\/\*)?$/mu.test(ignored),
  };
}

async function rootAbove(cwd: string, { files }: CliContext): Promise<string | undefined> {
  for (let folder = dirname(cwd); ; folder = dirname(folder)) {
    if (await isRoot(folder, files)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

async function isRoot(folder: string, files: CliContext["files"]): Promise<boolean> {
  try {
    return (await files.list(folder)).includes(".git");
  } catch (error) {
    // A folder above that may not be read is none of ours.
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function namesFlowproof({ cwd, files }: CliContext): Promise<boolean> {
  try {
    const value: JsonValue = JSON.parse((await files.read(join(cwd, "package.json"))) ?? "");
    if (!isJsonObject(value)) return false;
    const { name, dependencies, devDependencies } = value;
    const lists = [dependencies, devDependencies].filter(isJsonObject);
    return name === "flowproof" || lists.some((each) => Object.hasOwn(each, "flowproof"));
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
