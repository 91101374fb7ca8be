import { relative, sep } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import type { CliContext } from "../context.ts";
import { walkFlows } from "../lint/walk-flows.ts";

/** A repository with more files has said enough by then. */
const maxFiles = 2000;
const registered = /^(?:(.+)\/)?[a-z][a-z0-9_]*\/[^/]+\.yml$/u;

/** The folder below which most flows lie at `<reference>/<version>.yml`, from the working directory. */
export async function findRegistry({ cwd, files }: CliContext): Promise<string | undefined> {
  const amounts = new Map<string, number>();
  let seen = 0;
  const walk = { files, registries: [], others: [], onMisplaced: () => undefined };
  for await (const path of walkFlows(cwd, walk)) {
    seen += 1;
    if (seen > maxFiles) break;
    const [, folder] = registered.exec(relative(cwd, path).split(sep).join("/")) ?? [];
    if (folder !== undefined && (await looksLikeFlow(path, files))) {
      amounts.set(folder, (amounts.get(folder) ?? 0) + 1);
    }
  }
  const [most] = [...amounts].toSorted(
    ([a, manyA], [b, manyB]) => manyB - manyA || (a < b ? -1 : 1),
  );
  return most?.[0];
}

async function looksLikeFlow(path: string, files: CliContext["files"]): Promise<boolean> {
  try {
    const text = (await files.read(path)) ?? "";
    return /^components:/mu.test(text) && /^environment:/mu.test(text);
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
