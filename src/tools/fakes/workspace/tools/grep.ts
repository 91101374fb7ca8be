import { ignoreRules } from "../../git/paths/ignore-rules.ts";
import { fromRoot } from "../../git/paths/pathspec.ts";
import type { Tree } from "../../repository/commit.ts";
import { comparePaths } from "../../repository/compare-paths.ts";
import { returned } from "../outcomes.ts";
import { textArg } from "../text-arg.ts";
import type { WorkspaceTool } from "../workspace-tool.ts";
import { noMatches } from "./no-matches.ts";

const maxFiles = 10;
const around = 2;

/**
 * `grep`: of the files that match most, the lines around each match. The tool's description says that keywords
 * are separated by commas and no expressions, that case does not count, that `.gitignore` does, and that lines
 * are counted from 0; how the executor lays out the snippets is not published, so the layout is ours.
 */
export const grep: WorkspaceTool = ({ files }, args) => {
  const keywords = textArg(args, "keywords");
  const folder = args["search_directory"] === undefined ? "." : args["search_directory"];
  const written = typeof folder === "string" ? folder : "";
  if (written.includes(".."))
    return returned("Searching above the current directory is not allowed");
  const words = keywords
    .split(",")
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== "");
  const base = fromRoot(written);
  const found = base === undefined ? [] : search(files, base, words);
  return returned(found.length === 0 ? noMatches(keywords, written) : found.map(show).join("\n"));
};

interface Found {
  readonly path: string;
  readonly lines: readonly string[];
  /** Of the lines that match. */
  readonly matches: readonly number[];
}

function search(files: Tree, base: string, words: readonly string[]): readonly Found[] {
  const isIgnored = ignoreRules(files);
  return [...files]
    .filter(([path]) => base === "" || path === base || path.startsWith(`${base}/`))
    .filter(([path]) => !isIgnored(path))
    .flatMap(([path, text]) => {
      const lines = text.split("\n");
      const matches = lines.flatMap((line, index) => {
        const folded = line.toLowerCase();
        return words.some((word) => folded.includes(word)) ? [index] : [];
      });
      return matches.length === 0 ? [] : [{ path, lines, matches }];
    })
    .toSorted((one, other) => {
      return other.matches.length - one.matches.length || comparePaths(one.path, other.path);
    })
    .slice(0, maxFiles);
}

function show({ path, lines, matches }: Found): string {
  const last = lines.at(-1) === "" ? lines.length - 2 : lines.length - 1;
  const ranges: { start: number; end: number }[] = [];
  for (const match of matches) {
    const start = Math.max(0, match - around);
    const end = Math.min(last, match + around);
    const range = ranges.at(-1);
    if (range !== undefined && start <= range.end + 1) range.end = end;
    else ranges.push({ start, end });
  }
  const snippets = ranges.map(({ start, end }) => {
    return `lines ${start}-${end}:\n${lines.slice(start, end + 1).join("\n")}\n`;
  });
  return `${path}\n${snippets.join("")}`;
}
