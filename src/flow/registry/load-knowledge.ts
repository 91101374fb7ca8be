import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import { lookUpVersion, type Versions } from "../facts/index.ts";
import type { FlowKnowledge, KnownPrompt, Lookup } from "../inspect/flow-knowledge.ts";
import { type ConfinedFiles, confinedFiles } from "./confined-files.ts";
import { knownPrompt, knownResponseSchema } from "./known-entries.ts";
import type { RegistrySources } from "./registry-sources.ts";
import { walkFolder } from "./walk-folder.ts";

/**
 * What folders of prompts and of response schemas say, read once. Of a kind without any folder nothing
 * is said, so that it can be taken from elsewhere: `{ ...bundledKnowledge, ...(await loadKnowledge(…)) }`.
 */
export async function loadKnowledge(sources: RegistrySources): Promise<FlowKnowledge> {
  const { prompts, responseSchemas } = sources;
  const files = confinedFiles(sources.files, [...prompts, ...responseSchemas]);
  return {
    ...(prompts.length > 0 && (await promptKnowledge(prompts, files))),
    ...(responseSchemas.length > 0 && (await schemaKnowledge(responseSchemas, files))),
  };
}

async function promptKnowledge(
  folders: readonly string[],
  files: ConfinedFiles,
): Promise<FlowKnowledge> {
  const shelves = await readShelves(folders, files);
  const promptFile = (name: string): string | undefined => {
    return shelves.find((shelf) => shelf.has(name))?.get(name);
  };
  const read = (text: string, id: string): KnownPrompt => knownPrompt(text, id, promptFile);
  const registry = new Registry(shelves, { ending: ".yml", read });
  return { prompt: (id, constraint) => registry.find(id, constraint), promptFile };
}

async function schemaKnowledge(
  folders: readonly string[],
  files: ConfinedFiles,
): Promise<FlowKnowledge> {
  const shelves = await readShelves(folders, files);
  const registry = new Registry(shelves, { ending: ".json", read: knownResponseSchema });
  return { responseSchema: (id, constraint) => registry.find(id, constraint) };
}

/** The texts of a folder by their names. */
type Shelf = ReadonlyMap<string, string>;

async function readShelves(
  folders: readonly string[],
  files: ConfinedFiles,
): Promise<readonly Shelf[]> {
  const shelves: Shelf[] = [];
  for (const written of folders) {
    const folder = written.replace(/[/\\]+$/, "");
    const shelf = new Map<string, string>();
    for (const name of await walkFolder(folder, files)) {
      const text = await readText(files, `${folder}/${name}`);
      if (text !== undefined) shelf.set(name, text);
    }
    shelves.push(shelf);
  }
  return shelves;
}

/** What cannot be read, such as a picture, is no prompt and no schema. */
async function readText(files: ConfinedFiles, path: string): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

interface EntryKind<T> {
  /** Of the files that hold an entry. */
  readonly ending: string;
  /** Throws an AppError or AppErrors for what is no entry. */
  readonly read: (text: string, id: string) => T;
}

/** Entries at `<id>/base/<version>`, each read when it is first asked for; the first folder that has a version wins. */
class Registry<T> {
  private readonly kind: EntryKind<T>;
  private readonly shelves: readonly Versions<string>[];
  private readonly entries = new Map<string, T | undefined>();

  constructor(shelves: readonly Shelf[], kind: EntryKind<T>) {
    this.kind = kind;
    this.shelves = shelves.map((shelf) => versionsIn(shelf, kind.ending));
  }

  find(id: string, constraint: string): Lookup<T> {
    const known = new Set<string>();
    for (const shelf of this.shelves) {
      const lookup = lookUpVersion(shelf, { id, constraint });
      if (lookup.found) return this.read(lookup.value, { id, version: lookup.version });
      if (lookup.reason === "no_version") for (const version of lookup.known) known.add(version);
    }
    if (known.size > 0) return { found: false, reason: "no_version", known: [...known] };
    const ids = new Set(this.shelves.flatMap((shelf) => [...shelf.keys()]));
    return { found: false, reason: "unknown", known: [...ids] };
  }

  private read(
    text: string,
    { id, version }: { readonly id: string; readonly version: string },
  ): Lookup<T> {
    const key = `${id} ${version}`;
    if (!this.entries.has(key)) this.entries.set(key, this.tryToRead(text, id));
    const value = this.entries.get(key);
    return value === undefined
      ? { found: false, reason: "broken", known: [version] }
      : { found: true, value, version };
  }

  private tryToRead(text: string, id: string): T | undefined {
    try {
      return this.kind.read(text, id);
    } catch (error) {
      if (error instanceof AppError || error instanceof AppErrors) return undefined;
      throw error;
    }
  }
}

function versionsIn(shelf: Shelf, ending: string): Versions<string> {
  const byId = new Map<string, Map<string, string>>();
  for (const [name, text] of shelf) {
    const [id, file, ...more] = name.split("/base/");
    if (id === undefined || file === undefined || more.length > 0) continue;
    if (!file.endsWith(ending) || file.includes("/")) continue;
    const versions = byId.get(id) ?? new Map<string, string>();
    byId.set(id, versions.set(file.slice(0, -ending.length), text));
  }
  return byId;
}
