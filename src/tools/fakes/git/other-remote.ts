import type { GitResult } from "./git-result.ts";
import type { GitSession } from "./git-session.ts";

/** What git says of a remote that there is not; undefined for an address, as nothing is known of it. */
export function otherRemote({ remote }: GitSession, name: string): GitResult | undefined {
  if (name === remote.url || /[:/]/.test(name)) return undefined;
  const stderr = `fatal: '${name}' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.\n`;
  return { exitCode: 128, stdout: "", stderr };
}
