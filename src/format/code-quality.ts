import { clip } from "../core/text/clip.ts";
import { jsonDocument } from "../core/text/json-document.ts";
import { singleLine } from "./single-line.ts";

/** From the mildest to the worst; GitLab knows no other and wants them in lower case. */
export type CodeQualitySeverity = "info" | "minor" | "major" | "critical" | "blocker";

/** One entry of a Code Quality report. */
export interface CodeQualityFinding {
  readonly description: string;
  readonly checkName: string;
  /** Of two entries with the same fingerprint GitLab shows one. */
  readonly fingerprint: string;
  readonly severity: CodeQualitySeverity;
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly line: number;
}

const maxDescription = 1000;

/**
 * A Code Quality report as GitLab reads it. Every entry has to be valid: at the first that is not,
 * GitLab stops reading and says nothing.
 */
export function codeQualityReport(findings: readonly CodeQualityFinding[]): string {
  return jsonDocument(
    findings.map(({ description, checkName, fingerprint, severity, path, line }) => ({
      description: clip(singleLine(description), maxDescription),
      check_name: checkName,
      fingerprint,
      severity,
      location: { path, lines: { begin: line } },
    })),
  );
}
