import { isAbsolute, relative, sep } from "node:path";

/** Relative to the working directory when inside it, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  const shown = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? path : inside;
  return shown.split(sep).join("/");
}
