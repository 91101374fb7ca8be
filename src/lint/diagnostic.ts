import type { Fix } from "./rule/fix.ts";
import type { Origin, Severity } from "./rule/severity.ts";

/** One finding in one file, as reports print it. Positions are 1-based, the end is exclusive. */
export interface Diagnostic {
  /** Id of the rule. */
  readonly rule: string;
  /** Number in the catalog: `E21`, `L08`. */
  readonly code?: string;
  readonly severity: Severity;
  readonly origin: Origin;
  readonly message: string;
  readonly hint: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** RFC 6901 pointer to the part of the document. */
  readonly pointer: string;
  readonly fix?: Fix;
}

/** The order of reports: place, then rule, code and words. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    a.line - b.line ||
    a.column - b.column ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.code ?? "", b.code ?? "") ||
    compareTexts(a.message, b.message)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
