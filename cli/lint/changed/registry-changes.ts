import { join, relative, sep } from "node:path";
import type { Files } from "../../../src/core/files.ts";
import { selectVersion } from "../../../src/flow/index.ts";
import type { GitBase } from "../../../src/platform/index.ts";
import { includedNames } from "./included-names.ts";

/** Deeper and larger folders are none of prompts or schemas. */
const maxDepth = 12;
const maxFiles = 20_000;

export interface RegistryFolder {
  /** Absolute. */
  readonly folder: string;
  /** Of the files that hold a version: `.yml`. */
  readonly ending: string;
}

/** What is different in a folder of prompts or of response schemas since a commit. */
export class RegistryChanges {
  /** Names below the folder, of files that are new, changed or gone. */
  readonly changed: ReadonlySet<string>;
  private readonly place: RegistryFolder;
  private readonly now: ReadonlySet<string>;
  private readonly before: ReadonlySet<string>;
  private readonly files: Files;
  private readonly reached = new Map<string, Promise<readonly string[]>>();

  private constructor(
    place: RegistryFolder,
    names: { readonly now: readonly string[]; readonly before: readonly string[] },
    { files, changed }: { readonly files: Files; readonly changed: ReadonlySet<string> },
  ) {
    this.place = place;
    this.now = new Set(names.now);
    this.before = new Set(names.before);
    this.files = files;
    this.changed = changed;
  }

  static async since(base: GitBase, place: RegistryFolder, files: Files): Promise<RegistryChanges> {
    const { folder } = place;
    const nameOf = (path: string): string => relative(folder, path).split(sep).join("/");
    const now = await namesBelow(folder, files);
    const before = (await base.list(folder)).map(nameOf);
    const changed = new Set<string>();
    for (const name of now) if (await base.isChanged(join(folder, name))) changed.add(name);
    for (const path of await base.deletedIn(folder)) changed.add(nameOf(path));
    return new RegistryChanges(place, { now, before }, { files, changed });
  }

  /** Whether a version that a flow asks for is another now, or says something else. */
  async affectsVersion(id: string, constraint: string): Promise<boolean> {
    if (this.changed.size === 0) return false;
    const selected = this.select(id, constraint, this.now);
    if (selected !== this.select(id, constraint, this.before)) return true;
    return selected !== undefined && this.affects([`${id}/base/${selected}${this.place.ending}`]);
  }

  /** Whether a file, or one that it includes, is another now. */
  async affects(names: readonly string[]): Promise<boolean> {
    const seen = new Set(names);
    // A set is walked in the order of insertion, also over what is added on the way.
    for (const name of seen) {
      if (this.changed.has(name)) return true;
      for (const included of await this.includedBy(name)) seen.add(included);
    }
    return false;
  }

  private select(id: string, constraint: string, names: ReadonlySet<string>): string | undefined {
    const prefix = `${id}/base/`;
    const { ending } = this.place;
    const versions = [...names].flatMap((name) => {
      if (!name.startsWith(prefix) || !name.endsWith(ending)) return [];
      const version = name.slice(prefix.length, -ending.length);
      return version.includes("/") ? [] : [version];
    });
    const selection = selectVersion(versions, constraint);
    return selection.found ? selection.version : undefined;
  }

  private includedBy(name: string): Promise<readonly string[]> {
    const known = this.reached.get(name) ?? this.readIncludes(name);
    this.reached.set(name, known);
    return known;
  }

  private async readIncludes(name: string): Promise<readonly string[]> {
    if (!this.now.has(name)) return [];
    try {
      return includedNames((await this.files.read(join(this.place.folder, name))) ?? "");
    } catch {
      // What cannot be read is no template; whoever uses it is told so.
      return [];
    }
  }
}

/** The names of all files below a folder. Only files have an ending; folders with one are those of no registry. */
async function namesBelow(folder: string, files: Files): Promise<readonly string[]> {
  const found: string[] = [];
  await walk("", 0);
  return found.toSorted();

  async function walk(below: string, depth: number): Promise<void> {
    if (depth > maxDepth) return;
    for (const entry of await files.list(join(folder, below))) {
      if (found.length >= maxFiles) return;
      const name = below === "" ? entry : `${below}/${entry}`;
      if (/\.[A-Za-z]\w*$/.test(entry)) found.push(name);
      else await walk(name, depth + 1);
    }
  }
}
