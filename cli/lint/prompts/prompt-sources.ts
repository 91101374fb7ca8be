import { resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import type { AppError } from "../../../src/core/errors/app-error.ts";
import { listPromptFiles } from "../../../src/flow/index.ts";
import type { LintSource } from "../../../src/lint/index.ts";
import type { CliContext } from "../../context.ts";
import { readFlows } from "../read-flows.ts";

export interface PromptSources {
  readonly config: Config;
  readonly context: CliContext;
  /** Of the command line; only a run without any looks at the registry of prompts itself. */
  readonly paths: readonly string[];
  /** Whether a file is to be linted, where only what changed is. */
  readonly isSelected: (path: string) => Promise<boolean>;
  readonly onError: (error: AppError) => void;
}

/**
 * The files of one's own registry of prompts, which are searched for what must not stand in any of them.
 *
 * @yields prompts and the templates that they include
 */
export async function* promptSources({
  config,
  context,
  paths,
  isSelected,
  onError,
}: PromptSources): AsyncGenerator<LintSource> {
  const folder = config.registries.prompts;
  if (folder === undefined || paths.length > 0) return;
  const selected: string[] = [];
  for (const path of await listPromptFiles(resolve(context.cwd, folder), context.files)) {
    if (await isSelected(path)) selected.push(path);
  }
  for await (const source of readFlows(selected, { context, onError })) {
    yield { ...source, isPrompt: true };
  }
}
