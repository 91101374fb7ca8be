import { maskShapes } from "../core/secrets/mask-shapes.ts";
import type { Definitions } from "../flow/index.ts";
import { deletedFlow } from "./change/deleted-flow.ts";
import type { FlowChange } from "./change/flow-change.ts";
import type { FlowIdentity } from "./change/flow-identity.ts";
import { lintDefinitions } from "./definitions/lint-definitions.ts";
import type { LintCounts, LintedFile, LintReport } from "./lint-report.ts";
import { lintConfig, type LintedText, type LintOptions } from "./lint-text.ts";
import { notText } from "./not-text.ts";
import { lintPromptFile } from "./prompts/lint-prompt-file.ts";

/** A file to lint, under the path that reports print. */
export interface LintSource {
  readonly path: string;
  /** Undefined for bytes that are no UTF-8 text, which is a finding like any broken YAML, and for a file that is gone. */
  readonly text: string | undefined;
  /** What its path says where that is not the one that reports print. */
  readonly identity?: FlowIdentity | undefined;
  /** What a commit says of it. */
  readonly change?: FlowChange | undefined;
  /** What was read of it, if it is a file of definitions. */
  readonly definitions?: Definitions | undefined;
  /** Whether it is a file of a prompt registry, and no flow. */
  readonly isPrompt?: boolean;
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
  let suppressed = 0;
  for await (const source of sources) {
    const { path, text } = source;
    const { diagnostics, secretSafety, ...linted } = lintSource(source, options);
    suppressed += linted.suppressed;
    // What is searched besides the flows is told of only where there is something to tell.
    if (source.isPrompt === true && diagnostics.length === 0) continue;
    files.push({
      path,
      text: diagnostics.length === 0 ? "" : maskShapes(text ?? ""),
      diagnostics,
      ...(secretSafety !== undefined && { secretSafety }),
    });
  }
  files.sort(({ path: a }, { path: b }) => (a < b ? -1 : Number(a > b)));
  return { files, counts: { ...countsOf(files), suppressed } };
}

function lintSource(source: LintSource, options: LintOptions): LintedText {
  const { path, text, identity, change, definitions, isPrompt = false } = source;
  if (definitions !== undefined) return lintDefinitions(definitions, options);
  const none = { suppressed: 0, secretSafety: undefined };
  if (change?.deleted === true) return { diagnostics: deletedFlow(path, change, options), ...none };
  if (text === undefined) return { diagnostics: notText(options), ...none };
  if (isPrompt) return lintPromptFile(path, text, options);
  return lintConfig(text, path, { ...options, identity, change });
}

function countsOf(files: readonly LintedFile[]): Omit<LintCounts, "suppressed"> {
  const counts = { files: files.length, error: 0, warning: 0, info: 0 };
  for (const { diagnostics } of files) {
    for (const { severity } of diagnostics) counts[severity] += 1;
  }
  return counts;
}
