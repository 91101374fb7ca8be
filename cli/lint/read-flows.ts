import { AppError } from "../../src/core/errors/app-error.ts";
import type { LintSource } from "../../src/lint/index.ts";
import { shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";

/** How many files are read while one is linted. */
const ahead = 8;

export interface FlowReading {
  readonly context: CliContext;
  /** Takes what cannot be read; everything else is linted all the same. */
  readonly onError: (error: AppError) => void;
}

/**
 * Reads files in their order, a few ahead; an interruption ends it.
 *
 * @yields what can be read
 */
export async function* readFlows(
  paths: readonly string[],
  { context, onError }: FlowReading,
): AsyncGenerator<LintSource> {
  const reads: Promise<LintSource | AppError>[] = [];
  for (let next = 0; next < paths.length + ahead; next += 1) {
    const path = paths[next];
    if (path !== undefined) reads.push(readFlow(path, context));
    if (next < ahead) continue;
    const read = await reads.shift();
    if (context.signal.aborted) return;
    if (read instanceof AppError) onError(read);
    else if (read !== undefined) yield read;
  }
}

/** Never fails for what a file is like, so that nothing is unhandled while others are linted. */
async function readFlow(path: string, { files, cwd }: CliContext): Promise<LintSource | AppError> {
  const shown = shownPath(path, cwd);
  try {
    const text = await files.read(path);
    if (text !== undefined) return { path: shown, text };
    return new AppError("FILE_NOT_FOUND", `there is no file "${shown}"`, {
      hint: "it was removed while it was linted",
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "FILE_NOT_TEXT" ? { path: shown, text: undefined } : error;
  }
}

/** What came on standard input, under the name that reports shall give it. */
export async function readStdinFlow(context: CliContext, name?: string): Promise<LintSource> {
  const path = name === undefined ? "<stdin>" : shownPath(name, context.cwd);
  const bytes = await context.stdin();
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { path, text: undefined };
  }
}
