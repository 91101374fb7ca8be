import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";

const maxFiles = 2000;
const maxChars = 10_000_000;

/** Folders of which nobody means the content. */
const left: ReadonlySet<string> = new Set([".git", "node_modules"]);

/**
 * Every file below a folder, by its path from there with forward slashes; undefined where there is none.
 *
 * @throws AppError EVAL_FAKE_INVALID for a folder that is too large to stand in for a workspace, or leads out of itself
 */
export async function readFolder(
  folder: string,
  files: Files,
): Promise<Readonly<Record<string, string>> | undefined> {
  const found = new Map<string, string>();
  let chars = 0;
  const root = await files.realPath?.(folder);
  async function enter(path: string, name: string): Promise<void> {
    for (const entry of await files.list(path)) {
      if (left.has(entry)) continue;
      const at = join(path, entry);
      const shown = name === "" ? entry : `${name}/${entry}`;
      const real = await files.realPath?.(at);
      if (root !== undefined && real !== undefined && !real.startsWith(`${root}/`)) {
        throw tooMuch(`${shown} leads out of the folder`, "copy what it leads to");
      }
      if ((await files.list(at)).length > 0) {
        await enter(at, shown);
        continue;
      }
      const text = await readFile(at, files);
      if (text === undefined) continue;
      chars += text.length;
      found.set(shown, text);
      if (found.size > maxFiles || chars > maxChars) {
        throw tooMuch(
          `the folder has more than ${found.size > maxFiles ? `${maxFiles} files` : `${maxChars} characters`}`,
          "name a folder with what the case needs",
        );
      }
    }
  }
  await enter(folder, "");
  return found.size === 0 ? undefined : Object.fromEntries(found);
}

/** A file's text; an empty folder has none. */
async function readFile(path: string, files: Files): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof AppError && isFolderError(error.cause)) return undefined;
    throw error;
  }
}

function isFolderError(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "EISDIR";
}

function tooMuch(message: string, hint: string): AppError {
  return new AppError("EVAL_FAKE_INVALID", message, { hint });
}
