import { parseGlob } from "../../core/text/glob.ts";

/** Whether a name is like a pattern: `*` and `?` within a part between slashes, `{one,two}`, `[ab]`. */
export function nameGlob(pattern: string): (name: string) => boolean {
  const { base, matches } = parseGlob(pattern);
  if (base === "") return matches;
  const prefix = base.endsWith("/") ? base : `${base}/`;
  return (name) => name.startsWith(prefix) && matches(name.slice(prefix.length));
}
