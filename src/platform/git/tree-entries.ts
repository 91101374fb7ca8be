/** The id of every ordinary file of a commit, by its path from the root of the repository. */
export type TreeFiles = ReadonlyMap<string, string>;

const fileModes: ReadonlySet<string> = new Set(["100644", "100755", "100664"]);

/**
 * Reads what `git ls-tree -r -z` prints: `<mode> blob <id>\t<path>`, ended by NUL. Links and submodules
 * are left out: what they lead to is not in the commit, or lies there under a path of its own.
 */
export function treeFiles(output: Buffer): TreeFiles {
  const files = new Map<string, string>();
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(0, start);
    const stop = end < 0 ? output.length : end;
    // A path need not be UTF-8; such files are none of ours, and only must not be taken for others.
    const entry = output.toString("utf8", start, stop);
    start = stop + 1;
    const tab = entry.indexOf("\t");
    const [mode = "", , id = ""] = entry.slice(0, tab).split(" ");
    if (tab > 0 && fileModes.has(mode)) files.set(entry.slice(tab + 1), id);
  }
  return files;
}
