import { join, resolve } from "node:path";
import type { Config } from "../../../src/config/index.ts";
import { AppError } from "../../../src/core/errors/app-error.ts";
import {
  type Definitions,
  type FlowKnowledge,
  listFlows,
  type Lock,
  lockFileName,
  readDefinitions,
  readLock,
  referenceOf,
  type RegisteredFlow,
} from "../../../src/flow/index.ts";
import { createFlowShelf, type KnownDefinitions } from "../../../src/lint/index.ts";
import { runModule, shownPath } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";

export interface DefinitionsLoading {
  readonly config: Config;
  readonly context: CliContext;
  readonly knowledge: FlowKnowledge;
}

/** What the parser of Ruby may take for all files together. */
const rubyLimits = { timeoutMs: 60_000, maxBytes: 64 * 1024 * 1024 };

/**
 * Reads files of definitions, the flows that they name, and the locks of the folders of flows; undefined
 * where there is neither a definition nor a lock.
 */
export async function loadDefinitions(
  paths: readonly string[],
  { config, context, knowledge }: DefinitionsLoading,
): Promise<KnownDefinitions | undefined> {
  const { cwd, files } = context;
  const folders = config.registries.flows.map((folder) => resolve(cwd, folder));
  const lock = await readLocks(folders, context);
  if (paths.length === 0 && lock === undefined) return undefined;
  const read = await readDefinitionFiles(paths, context);
  const flows = paths.length === 0 ? [] : await listFlows(folders, files);
  const texts = await readTexts(flows, read, context);
  return { files: read, flows: createFlowShelf(flows, { texts, knowledge }), lock };
}

/** Reads files of definitions, YAML or Ruby. @throws AppError for a file that is not there */
export async function readDefinitionFiles(
  paths: readonly string[],
  { cwd, files, signal }: CliContext,
): Promise<readonly Definitions[]> {
  const sources: { file: string; text: string }[] = [];
  for (const path of paths) {
    const text = await files.read(path);
    const file = shownPath(path, cwd);
    if (text !== undefined) sources.push({ file, text });
    else throw new AppError("FILE_NOT_FOUND", `there is no file "${file}"`);
  }
  try {
    return await readDefinitions(sources, async (module, input) => {
      return runModule(module, input, { ...rubyLimits, signal });
    });
  } catch (error) {
    // The process that was ended with ours is no failure to tell of.
    if (signal.aborted) return [];
    throw error;
  }
}

/** The texts of the flows that definitions name; others are not asked about. */
async function readTexts(
  flows: readonly RegisteredFlow[],
  read: readonly Definitions[],
  { files }: CliContext,
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(
    read.flatMap(({ definitions }) => definitions.map((each) => referenceOf(each)?.reference)),
  );
  const texts = new Map<string, string>();
  for (const { path } of flows.filter(({ reference }) => named.has(reference))) {
    const text = await files.read(path).catch(ignoreUnreadable);
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

/** Whoever lints the flow itself is told. */
function ignoreUnreadable(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}

async function readLocks(
  folders: readonly string[],
  { cwd, files }: CliContext,
): Promise<Lock | undefined> {
  const items: Lock["items"][number][] = [];
  let isThere = false;
  for (const folder of folders) {
    const path = join(folder, lockFileName);
    const text = await files.read(path);
    if (text === undefined) continue;
    isThere = true;
    items.push(...(await readLock(text, shownPath(path, cwd))).items);
  }
  return isThere ? { schemaVersion: 1, items } : undefined;
}
