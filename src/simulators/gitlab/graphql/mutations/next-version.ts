import type { VersionRecord } from "../../state/index.ts";

/** The version that comes after the newest of a list; the next patch where nothing else is asked for. */
export function nextVersion(versions: readonly VersionRecord[], bump: unknown): string {
  const newest = versions.at(-1)?.version;
  if (newest === undefined) return "1.0.0";
  const [major = 0, minor = 0, patch = 0] = newest.split(".").map(Number);
  if (bump === "MAJOR") return `${major + 1}.0.0`;
  return bump === "MINOR" ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
