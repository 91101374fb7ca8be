import type { Files } from "../../src/core/files.ts";
import type { GitBase } from "../../src/platform/index.ts";

/** Whether a file is not what a commit has: changed, new, or gone. One that neither has did not change. */
export async function isFileChanged(
  path: string,
  { since, files }: { readonly since: GitBase; readonly files: Files },
): Promise<boolean> {
  const isThere = await files.read(path).then(
    (text) => text !== undefined,
    // What is no text is there all the same.
    () => true,
  );
  return isThere ? since.isChanged(path) : since.has(path);
}
