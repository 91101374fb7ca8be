/**
 * Orders the names of versions, with which an instance is content (`n.n.n`), and those of drafts: `1.2.0`
 * before `1.10.0`, a draft before what is released under its number.
 */
export function compareVersions(a: string, b: string): number {
  const [left = "", right = ""] = [a, b].map((name) => name.replace(/-draft$/, ""));
  return left.localeCompare(right, "en", { numeric: true }) || b.length - a.length;
}
