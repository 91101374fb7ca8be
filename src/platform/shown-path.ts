import { isAbsolute, relative, sep } from "node:path";

/** As reports print a path: from the working directory when it lies in it, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  const leadsOut = inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return (inside === "" || leadsOut ? path : inside).split(sep).join("/");
}
