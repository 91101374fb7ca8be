import { structuredPatch } from "diff";
import { maskShapes } from "../core/secrets/mask-shapes.ts";
import { printable } from "../core/text/printable.ts";
import { singleLine } from "./single-line.ts";

/**
 * What has changed in a file, as `diff -u` prints it and `git apply` takes it; empty for nothing. It is
 * meant to be read: what looks like a secret is masked, and control characters are shown.
 */
export function unifiedDiff(before: string, after: string, path: string): string {
  if (before === after) return "";
  const options = { context: 3 };
  const patch = structuredPatch("", "", maskShapes(before), maskShapes(after), "", "", options);
  const hunks = patch.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const place = `@@ -${start(oldStart, oldLines)},${oldLines} +${start(newStart, newLines)},${newLines} @@`;
    // The line break of Windows ends a line here as well.
    return [place, ...lines.map((line) => printable(line.replace(/\r$/, "")))].join("\n");
  });
  const name = singleLine(path);
  const rooted = name.startsWith("/") ? name : `/${name}`;
  const old = before === "" ? "/dev/null" : `a${rooted}`;
  return [`--- ${old}`, `+++ b${rooted}`, ...hunks, ""].join("\n");
}

/** Of no lines there is no first one. */
function start(first: number, lines: number): number {
  return lines === 0 ? Math.max(first - 1, 0) : first;
}
