import { canonicalJson } from "../../../src/core/canonical-json.ts";
import { AppError, AppErrors } from "../../../src/core/errors/app-error.ts";
import type { Files } from "../../../src/core/files.ts";
import type { JsonValue } from "../../../src/core/json.ts";
import {
  type Definition,
  type Definitions,
  type ModuleRunner,
  readDefinitions,
  readLock,
  referenceOf,
} from "../../../src/flow/index.ts";
import { flowIdentity } from "../../../src/lint/index.ts";
import { type GitBase, runModule } from "../../../src/platform/index.ts";

export interface DefinitionsSetting {
  readonly files: Files;
  /** Files of definitions by absolute paths; they need not exist. */
  readonly definitions: readonly string[];
  /** Of what was fetched from catalogs, which decides what some definitions mean. */
  readonly locks: readonly string[];
}

/** Whether a definition that changed since a commit names a flow, by the flow's path. */
export async function changedDefinitions(
  since: GitBase,
  { files, definitions, locks }: DefinitionsSetting,
): Promise<(path: string) => boolean> {
  const names = new Set<string>();
  for (const path of [...definitions, ...locks]) {
    const now = await files.read(path);
    const isChanged = now === undefined ? await since.has(path) : await since.isChanged(path);
    if (!isChanged) continue;
    const texts = [(await since.read(path)) ?? "", now ?? ""] as const;
    const differing = locks.includes(path) ? differingItems : differingNames;
    for (const name of await differing(path, texts)) names.add(name);
  }
  return (path) => {
    const identity = flowIdentity(path);
    if (identity === undefined) return false;
    const { reference, experimental } = identity;
    const name = nameOf(reference, experimental ? "experimental" : "v1");
    return names.has(name) || names.has(reference);
  };
}

type TwoTexts = readonly [before: string, now: string];

/** The agents that are fetched in one of two texts of a lock and not in the other. */
async function differingItems(path: string, texts: TwoTexts): Promise<readonly string[]> {
  const [before, now] = await Promise.all(texts.map(async (text) => lockedAgents(text, path)));
  const all = new Set([...(before ?? []), ...(now ?? [])]);
  return [...all].filter((name) => before?.has(name) !== now?.has(name));
}

async function lockedAgents(text: string, path: string): Promise<ReadonlySet<string>> {
  try {
    const { items } = await readLock(text, path);
    const agents = items.filter(({ kind }) => kind === "agent");
    return new Set(agents.map(({ reference }) => reference));
  } catch (error) {
    // Today's is read elsewhere, which says what is wrong with it.
    if (error instanceof AppError || error instanceof AppErrors) return new Set();
    throw error;
  }
}

const run: ModuleRunner = (module, input) =>
  runModule(module, input, { timeoutMs: 60_000, maxBytes: 64 * 1024 * 1024 });

/** The flows of which two texts of a file say different things. */
async function differingNames(file: string, [before, now]: TwoTexts): Promise<readonly string[]> {
  const read = await readDefinitions(
    [before, now].map((text) => ({ file, text })),
    run,
  );
  const [old = new Map(), current = new Map()] = read.map(saidByName);
  const names = new Set([...old.keys(), ...current.keys()]);
  return [...names].filter((name) => old.get(name) !== current.get(name));
}

/** What is said of each flow, to be compared. */
function saidByName({ definitions }: Definitions): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const definition of definitions) {
    const name = definedName(definition);
    if (name === undefined) continue;
    // Two definitions of one flow are compared together.
    said.set(name, `${said.get(name) ?? ""}${attributesText(definition)}\n`);
  }
  return said;
}

function definedName(definition: Definition): string | undefined {
  const found = referenceOf(definition);
  return found === undefined ? undefined : nameOf(found.reference, found.format);
}

/** Without a format a definition may mean either. */
function nameOf(reference: string, format: string | undefined): string {
  return format === undefined ? reference : `${format} ${reference}`;
}

function attributesText({ attributes }: Definition): string {
  const values = [...attributes].map(([name, { value }]): readonly [string, JsonValue] => {
    // What only Ruby knows is the same as long as nothing else is known.
    return [name, value ?? null];
  });
  return canonicalJson(Object.fromEntries(values));
}
