import { relative, resolve, sep } from "node:path";
import { shownPath } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";

/** Where CI/CD jobs have the root of the repository: GitLab's name for it, and GitHub's. */
const rootVariables = ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"] as const;

/**
 * Paths of reports as seen from the root of the repository, for formats whose readers begin there;
 * undefined for what lies outside. Without a job the working directory is taken for the root.
 */
export function repositoryPaths({
  cwd,
  env,
}: Pick<CliContext, "cwd" | "env">): (path: string) => string | undefined {
  const named = rootVariables.map((name) => env[name]).find((value) => value !== undefined);
  const root = named !== undefined && holds(named, cwd) ? resolve(named) : cwd;
  return (path) => {
    const absolute = resolve(cwd, path);
    return holds(root, absolute) ? shownPath(absolute, root) : undefined;
  };
}

function holds(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(folder, inside) === path;
}
