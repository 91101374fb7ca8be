import { singleLine } from "../../format/index.ts";
import type { LintReportOptions } from "../lint-reporter.ts";

/**
 * A path as the web pages of a repository know it: from its root, without `./`. They have no page for a
 * file outside of the repository, but its findings shall not be lost, so its path stays as far as it can.
 */
export function reportPath(
  path: string,
  { repositoryPath }: Pick<LintReportOptions, "repositoryPath">,
): string {
  const inside = repositoryPath?.(path) ?? path;
  const segments = singleLine(inside)
    .split(/[/\\]/)
    .filter((segment) => !meaningless.has(segment) && !drive.test(segment));
  return segments.length === 0 ? "unnamed" : segments.join("/");
}

const meaningless: ReadonlySet<string> = new Set(["", ".", ".."]);
const drive = /^[A-Za-z]:$/;
