import { join } from "node:path";
import type { Files } from "../../core/files.ts";
import { listFlows, type Lock } from "../../flow/index.ts";
import { digestOf } from "../lock/digest.ts";
import { lockedEntries } from "../lock/locked-entries.ts";

/** What is not as the lock says. */
export interface LockFault {
  readonly path: string;
  readonly reference: string;
  readonly version: string;
  /** `unlocked`: a version that the lock does not know, of a reference that it does. */
  readonly kind: "missing" | "changed" | "unlocked";
}

/** Compares the files of a folder with its lock, without asking anybody. Sorted by path. */
export async function verifyLock(
  lock: Lock,
  { folder, files }: { readonly folder: string; readonly files: Files },
): Promise<readonly LockFault[]> {
  const faults: LockFault[] = [];
  const entries = lockedEntries(lock);
  for (const { item, locked } of entries) {
    const text = await files.read(join(folder, locked.path));
    const { reference } = item;
    const { path, version } = locked;
    if (text === undefined) faults.push({ path, reference, version, kind: "missing" });
    else if (digestOf(text) !== locked.digest) {
      faults.push({ path, reference, version, kind: "changed" });
    }
  }
  const known = new Set(entries.map(({ locked }) => join(folder, locked.path)));
  const references = new Set(lock.items.map(({ reference }) => reference));
  for (const { reference, version, path } of await listFlows([folder], files)) {
    if (!references.has(reference) || known.has(join(path))) continue;
    faults.push({ path: path.slice(folder.length + 1), reference, version, kind: "unlocked" });
  }
  return faults.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}
