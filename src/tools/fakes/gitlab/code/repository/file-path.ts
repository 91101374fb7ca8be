/** Why a path cannot be one of a file in a repository; undefined where it can. */
export function pathProblem(path: string): string | undefined {
  if (path === "" || path.startsWith("/") || path.endsWith("/"))
    return `"${path}" is no file's path`;
  const bad = path.split("/").find((name) => name === "" || name === "." || name === "..");
  if (bad !== undefined) return `"${path}" is no file's path`;
  return path.split("/").includes(".git") ? `"${path}" is git's own` : undefined;
}

/** A path that is a file in one place and a folder in another; undefined where there is none. */
export function clashOf(paths: Iterable<string>): string | undefined {
  const all = new Set(paths);
  for (const path of all) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (all.has(folder)) return folder;
    }
  }
  return undefined;
}
