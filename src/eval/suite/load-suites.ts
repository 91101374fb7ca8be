import { AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import type { JsonObject } from "../../core/json.ts";
import { bundledTools, type ToolCatalog } from "../../tools/index.ts";
import { findSuites } from "./find-suites.ts";
import { createFlowCache } from "./flow-cache.ts";
import type { LoadFrame } from "./load-frame.ts";
import { type LoadedSuite, loadSuite } from "./load-suite.ts";
import { contextOf, defaultContext } from "./read-context.ts";
import { defaultLimits } from "./read-limits.ts";
import type { Suite, TrialLimits } from "./suite.ts";

export interface LoadSuitesOptions {
  readonly files: Files;
  /** Working directory, absolute. */
  readonly cwd: string;
  /** Folders that hold `<reference>/<version>.yml`. */
  readonly flowFolders: readonly string[];
  /** Folders that hold `<prompt_id>/base/<version>.yml`, and what templates include; none by default. */
  readonly promptFolders?: readonly string[] | undefined;
  /** Folders that hold `<response_schema_id>/base/<version>.json`; none by default. */
  readonly responseSchemaFolders?: readonly string[] | undefined;
  /** What is known of tools; the service's in our own words by default. */
  readonly toolCatalog?: ToolCatalog | undefined;
  /** A `context:` block for suites that have none. */
  readonly context?: JsonObject | undefined;
  /** Bounds for suites that say nothing about theirs. */
  readonly limits?: Partial<TrialLimits> | undefined;
}

/**
 * Reads the suites that paths stand for: files, or folders with `*.suite.yml` below them. They come
 * back sorted by id.
 *
 * @throws AppError or AppErrors with every mistake of every suite, at its line and column.
 */
export async function loadSuites(
  paths: readonly string[],
  options: LoadSuitesOptions,
): Promise<readonly Suite[]> {
  const { loaded, errors } = await readSuites(paths, options);
  throwAll(errors);
  return loaded
    .flatMap(({ suite }) => (suite === undefined ? [] : [suite]))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Suites as far as they could be read, and every mistake of every one of them. */
export interface ReadSuites {
  /** In the order of their paths. */
  readonly loaded: readonly LoadedSuite[];
  /** Each once, with its line and column where it has any. */
  readonly errors: readonly AppError[];
}

/** Reads the suites that paths stand for, whatever is wrong with them. */
export async function readSuites(
  paths: readonly string[],
  options: LoadSuitesOptions,
): Promise<ReadSuites> {
  const found = await findSuites(paths, options);
  const frame = loadFrame(options);
  const loaded: LoadedSuite[] = [];
  for (const path of found.paths) loaded.push(await loadSuite(path, frame));
  const errors = [
    ...found.errors,
    ...loaded.flatMap((suite) => suite.errors),
    ...sharedIds(loaded),
  ];
  return { loaded, errors: distinct(errors) };
}

/** What suites are read with. Flows that it has read once it keeps. */
export function loadFrame(options: LoadSuitesOptions): LoadFrame {
  const { files, cwd, flowFolders, context, limits } = options;
  return {
    files,
    cwd,
    flows: createFlowCache({
      files,
      cwd,
      folders: flowFolders,
      prompts: options.promptFolders ?? [],
      responseSchemas: options.responseSchemaFolders ?? [],
    }),
    toolCatalog: options.toolCatalog ?? bundledTools,
    context: { ...defaultContext, ...contextOf(context) },
    limits: { ...defaultLimits, ...limits },
  };
}

/** Suites of a run that have the same id; the first keeps it. */
function sharedIds(loaded: readonly LoadedSuite[]): readonly AppError[] {
  const owners = new Map<string, Suite>();
  return loaded.flatMap(({ suite, idPlace }) => {
    if (suite === undefined || suite.id === "") return [];
    const owner = owners.get(suite.id);
    if (owner === undefined) {
      owners.set(suite.id, suite);
      return [];
    }
    const message = `the id "${suite.id}" is also that of ${owner.file}`;
    const hint = "give one of the two suites another id";
    return [new AppError("EVAL_SUITE_ID", message, { hint, place: idPlace })];
  });
}

/** A flow that cannot be used is told once, however many suites test it. */
function distinct(errors: readonly AppError[]): readonly AppError[] {
  const known = new Set<string>();
  return errors.filter(({ code, message, place }) => {
    const key = JSON.stringify([code, message, place ?? null]);
    return !known.has(key) && known.add(key) !== undefined;
  });
}
