import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import { isBlob } from "./blob-ids.ts";
import { type GitCall, gitOutput } from "./git-output.ts";
import type { TreeFiles } from "./tree-entries.ts";

/** More than any text that is linted. */
const maxBytes = 16 * 1024 * 1024;

interface BaseParts {
  readonly ref: string;
  readonly commit: string;
  readonly files: TreeFiles;
  readonly call: GitCall;
}

/**
 * The files of a commit beside those of today, by absolute paths. Today's are read and hashed as git
 * does, whether they are staged or not: git itself would run filters for that. So a file is new if the
 * commit has none of its path, also where git is told to ignore it, and a renamed file is one deleted
 * and one new.
 */
export class GitBase {
  /** As the user wrote it. */
  readonly ref: string;
  readonly commit: string;
  private readonly files: TreeFiles;
  private readonly call: GitCall;
  private readonly realRoot: Promise<string>;

  constructor({ ref, commit, files, call }: BaseParts) {
    this.ref = ref;
    this.commit = commit;
    this.files = files;
    this.call = call;
    const { root } = call.workTree;
    this.realRoot = realOf(root).then((real) => real ?? root);
  }

  /** Whether the commit has a file of that path. */
  async has(path: string): Promise<boolean> {
    return (await this.idOf(path)) !== undefined;
  }

  /** The text of a file as the commit has it; undefined where it has none, or none of UTF-8. */
  async read(path: string): Promise<string | undefined> {
    const id = await this.idOf(path);
    if (id === undefined) return undefined;
    const limits = { maxBytes };
    const call = { ...this.call, limits: { ...limits, ...this.call.limits } };
    const { exit, stdout } = await gitOutput(["cat-file", "blob", id], call);
    if (exit !== 0) {
      throw new AppError("GIT_FAILED", `the object ${id} of "${path}" is missing`, {
        hint: "this is a partial clone; fetch it whole",
      });
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(stdout);
    } catch {
      return undefined;
    }
  }

  /** The files that the commit has below a folder, sorted. */
  async list(folder: string): Promise<readonly string[]> {
    for (const name of await this.namesOf(folder)) {
      const prefix = name === "" ? "" : `${name}/`;
      const names = [...this.files.keys()].filter((each) => each.startsWith(prefix));
      if (names.length === 0) continue;
      return names.toSorted().map((each) => join(folder, each.slice(prefix.length)));
    }
    return [];
  }

  /** Whether the file of today is not what the commit has. */
  async isChanged(path: string): Promise<boolean> {
    const id = await this.idOf(path);
    const content = id === undefined ? undefined : await readIfExists(path);
    return id === undefined || content === undefined || !isBlob(content, id);
  }

  /** What the commit has below a folder, or at a path, and today is not there, sorted. */
  async deletedIn(folder: string): Promise<readonly string[]> {
    const here = (await this.has(folder)) ? [folder] : await this.list(folder);
    const gone: string[] = [];
    for (const path of here) if (!(await exists(path))) gone.push(path);
    return gone;
  }

  private async idOf(path: string): Promise<string | undefined> {
    for (const name of await this.namesOf(path)) {
      const id = this.files.get(name);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** How the commit may call a path: as it is written, or as links lead. */
  private async namesOf(path: string): Promise<readonly string[]> {
    const { root } = this.call.workTree;
    const real = await realOf(path);
    const names = [nameBelow(root, path), nameBelow(await this.realRoot, real ?? path)];
    return [...new Set(names.flatMap((name) => (name === undefined ? [] : [name])))];
  }
}

function nameBelow(root: string, path: string): string | undefined {
  const name = relative(root, path);
  if (name === ".." || name.startsWith(`..${sep}`) || isAbsolute(name)) return undefined;
  return name.split(sep).join("/");
}

async function realOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

/** Pipes and devices are not read, nor what is larger than any text that is linted. */
async function readIfExists(path: string): Promise<Buffer | undefined> {
  try {
    const info = await stat(path);
    return info.isFile() && info.size <= maxBytes ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
