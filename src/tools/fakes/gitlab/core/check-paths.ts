import type { SeedBlock } from "./seed-block.ts";

/** What GitLab lets a group or a project be called. */
const segment: RegExp = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?$/u;

/** Finds paths of groups and projects that GitLab would not have, and two that are one, as case does not count. */
export function checkPaths(top: SeedBlock): void {
  const known = new Map<string, string>();
  for (const key of ["groups", "projects"]) {
    for (const [path, block] of top.blocks(key)) {
      if (!path.split("/").every((name) => segment.test(name))) {
        const hint = "letters, digits, `_`, `-` and `.`, with slashes between: shop/web";
        block.problemHere(`"${path}" is no path of a group or a project`, hint);
      }
      const folded = path.toLowerCase();
      const other = known.get(folded);
      if (other === undefined) known.set(folded, `"${path}" of ${key}`);
      else block.problemHere(`${other} has the same path, as case does not count`);
    }
  }
}
