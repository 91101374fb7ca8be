import { basename, dirname } from "node:path";

/**
 * The beginning that the id of a suite must have for the folder it is in, or undefined: suites right in
 * a folder `suites`, or not below one at all, are free.
 */
export function requiredPrefix(path: string): string | undefined {
  const folder = dirname(path);
  const name = basename(folder);
  const above = folder.split(/[\\/]/u).slice(0, -1);
  if (name === "suites" || !above.includes("suites")) return undefined;
  const prefix = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
  return prefix === "" ? undefined : prefix;
}

/** Whether an id begins with a prefix, whole words only. */
export function hasPrefix(id: string, prefix: string): boolean {
  return id === prefix || id.startsWith(`${prefix}-`);
}
