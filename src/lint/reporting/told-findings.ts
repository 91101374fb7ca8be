import { fingerprint } from "../../format/index.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintReport } from "../lint-report.ts";
import type { LintReportOptions } from "../lint-reporter.ts";
import { reportPath } from "./report-path.ts";

/** A finding with what a merge request needs to know it again. */
export interface ToldFinding {
  readonly found: Diagnostic;
  /** From the root of the repository. */
  readonly path: string;
  /** The same as long as the finding is, wherever in the file it moves; no two in a report are equal. */
  readonly fingerprint: string;
}

/** All findings of a report, in its order. */
export function toldFindings(
  { files }: LintReport,
  options: Pick<LintReportOptions, "repositoryPath">,
): readonly ToldFinding[] {
  const seen = new Map<string, number>();
  return files.flatMap(({ path: shown, diagnostics }) => {
    const path = reportPath(shown, options);
    return diagnostics.map((found) => {
      const anchor = [path, found.rule, found.code ?? "", placeless(found), wordsOf(found)];
      const key = JSON.stringify(anchor);
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return { found, path, fingerprint: fingerprint([...anchor, String(before)]) };
    });
  });
}

/** Another component or prompt above it changes the numbers in a pointer. */
function placeless({ pointer }: Diagnostic): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

/** Some messages name lines, which move. */
function wordsOf({ message }: Diagnostic): string {
  return message.replaceAll(/\b(lines?|columns?) \d+/g, "$1");
}
