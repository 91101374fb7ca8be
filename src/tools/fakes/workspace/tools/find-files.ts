import { ignoreRules } from "../../git/paths/ignore-rules.ts";
import { compileWildcard } from "../../git/paths/wildcard.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import { returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";
import { noMatches } from "./no-matches.ts";

/**
 * `find_files`: paths, one a line, without what a `.gitignore` leaves out. By the tool's own examples a pattern
 * without a slash is that of a name in any folder, and one with a slash that of a whole path, `*` going over
 * slashes as in `find`; two stars may stand for no folder at all.
 */
export const findFiles: WorkspaceTool = ({ files }, args) => {
  const written = textArg(args, "name_pattern");
  const pattern = written.replace(/^(?:\.\/)+/, "");
  const isIgnored = ignoreRules(files);
  const matches = matcherOf(pattern);
  const found = [...files.keys()].filter((path) => !isIgnored(path) && matches(path));
  if (found.length === 0) return returned(noMatches(written));
  return returned(found.toSorted(comparePaths).join("\n"));
};

function matcherOf(pattern: string): (path: string) => boolean {
  if (!pattern.includes("/")) {
    const matches = compileWildcard(pattern, { isPath: true });
    return (path) => matches(path.slice(path.lastIndexOf("/") + 1));
  }
  const inFolders = compileWildcard(pattern, { isPath: true });
  const anywhere = compileWildcard(pattern, { isPath: false });
  return (path) => inFolders(path) || anywhere(path);
}
