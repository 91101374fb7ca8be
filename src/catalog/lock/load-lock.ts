import { join } from "node:path";
import type { Files } from "../../core/files.ts";
import { type Lock, lockFileName, readLock } from "../../flow/index.ts";

/** The lock of a folder of flows, with its text; undefined where there is none. */
export async function loadLock(
  folder: string,
  { files, shown }: { readonly files: Files; readonly shown: (path: string) => string },
): Promise<{ readonly lock: Lock; readonly text: string } | undefined> {
  const path = join(folder, lockFileName);
  const text = await files.read(path);
  return text === undefined ? undefined : { lock: await readLock(text, shown(path)), text };
}
