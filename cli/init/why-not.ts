import { resolve } from "node:path";
import { runExitCode } from "../../src/compare/index.ts";
import { AppError, AppErrors } from "../../src/core/errors/app-error.ts";
import { loadSuites, openModels, planRun, runSuites, startedEvent } from "../../src/eval/index.ts";
import { createRunFold } from "../../src/record/index.ts";
import type { ToolCatalog } from "../../src/tools/index.ts";
import type { CliContext } from "../context.ts";
import { createModels } from "../eval/models.ts";

/** Where suites find what they name: folders are relative to the working directory. */
export interface SuiteFolders {
  readonly toolCatalog: ToolCatalog;
  readonly flows: readonly string[];
  readonly prompts: readonly string[];
  readonly responseSchemas: readonly string[];
}

/** Why a suite does not pass when its script plays every role, if so; nothing is written and nobody is asked. */
export async function whyNot(
  suite: string,
  folders: SuiteFolders,
  context: CliContext,
): Promise<string | undefined> {
  const { files, cwd, clock, signal, versions } = context;
  const absolute = (paths: readonly string[]) => paths.map((path) => resolve(cwd, path));
  try {
    const suites = await loadSuites([suite], {
      files,
      cwd,
      flowFolders: absolute(folders.flows),
      promptFolders: absolute(folders.prompts),
      responseSchemaFolders: absolute(folders.responseSchemas),
      toolCatalog: folders.toolCatalog,
    });
    const plan = planRun(suites, { models: { flags: {}, env: {}, config: {} } });
    const models = await openModels(plan, createModels({ flags: {}, context, concurrency: 1 }));
    const fold = createRunFold();
    const at = new Date(clock.now()).toISOString();
    fold.add(startedEvent(plan, { run: "init", at, versions }));
    await runSuites(plan, { clock, emit: (event) => fold.add(event), models, prices: {}, signal });
    const record = fold.record();
    if (runExitCode(record) === 0) return undefined;
    const reasons = record.cases.flatMap(({ trials }) => trials.map(({ reason }) => reason));
    return reasons.find((reason) => reason !== undefined) ?? "its first case fails";
  } catch (error) {
    if (error instanceof AppErrors) return error.errors[0]?.message ?? error.message;
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
