import { maskShapes } from "../core/secrets/mask-shapes.ts";
import type { LintCounts, LintedFile, LintReport } from "./lint-report.ts";
import { type LintOptions, lintText } from "./lint-text.ts";
import { notText } from "./not-text.ts";

/** A file to lint, under the path that reports print. */
export interface LintSource {
  readonly path: string;
  /** Undefined for bytes that are no UTF-8 text, which is a finding like any broken YAML. */
  readonly text: string | undefined;
}

/**
 * Lints one file after another as they come. Only the texts of files with findings are kept, for the
 * code frames of reports.
 */
export async function lintFiles(
  sources: AsyncIterable<LintSource> | Iterable<LintSource>,
  options: LintOptions = {},
): Promise<LintReport> {
  const files: LintedFile[] = [];
  for await (const { path, text } of sources) {
    const diagnostics = text === undefined ? notText(options) : lintText(text, path, options);
    files.push({ path, text: diagnostics.length === 0 ? "" : maskShapes(text ?? ""), diagnostics });
  }
  files.sort(({ path: a }, { path: b }) => (a < b ? -1 : Number(a > b)));
  return { files, counts: countsOf(files) };
}

function countsOf(files: readonly LintedFile[]): LintCounts {
  const counts = { files: files.length, error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const { diagnostics } of files) {
    for (const { severity } of diagnostics) counts[severity] += 1;
  }
  return counts;
}
