import { join } from "node:path";
import { sha256Hex } from "../../platform/index.ts";

/** Beside `flowproof.yml`, and ignored by git like everything in `.flowproof`. */
export function historyFolder(cwd: string): string {
  return join(cwd, ".flowproof", "history");
}

const longest = 120;

/** The name of a suite's file. Ids are in kebab-case, so they are names of files unless they are very long. */
export function historyFile(suite: string): string {
  if (suite.length <= longest && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(suite)) return `${suite}.jsonl`;
  return `${sha256Hex(suite)}.jsonl`;
}
