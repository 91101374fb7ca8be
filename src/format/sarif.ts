import type { JsonObject } from "../core/json.ts";
import { clip } from "../core/text/clip.ts";
import { jsonDocument } from "../core/text/json-document.ts";
import { singleLine } from "./single-line.ts";

export type SarifLevel = "error" | "warning" | "note";

/** What a SARIF log says of a rule. */
export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly help: string;
  readonly level: SarifLevel;
  /** By which viewers sort and group; at most ten are read. */
  readonly tags: readonly string[];
  /** From 0 to 10, as CVSS counts. */
  readonly securitySeverity: number;
}

/** What was found in one place. Positions are 1-based UTF-16 units, the end is exclusive. */
export interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  /** From 0 to 100. */
  readonly rank: number;
  readonly message: string;
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fingerprint: string;
}

export interface SarifRun {
  readonly tool: { readonly name: string; readonly version?: string | undefined };
  readonly rules: readonly SarifRule[];
  readonly results: readonly SarifResult[];
}

export interface SarifLog {
  readonly text: string;
  /** How many results are left out, because GitLab would refuse the file with them. */
  readonly leftOut: number;
}

/** What GitLab takes: longer texts and further tags and results are skipped, larger files refused. */
const sarifLimits = { results: 5000, characters: 1024, tags: 10, bytes: 9_500_000 };

/** A log of one run in SARIF 2.1.0. What exceeds the limits is left out, and the log says so. */
export function sarifLog({ tool, rules, results }: SarifRun): SarifLog {
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const kept = withinLimits(results.map((result) => resultObject(result, ruleIndexes)));
  const leftOut = results.length - kept.length;
  const text = jsonDocument({
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            ...(tool.version !== undefined && { version: tool.version }),
            rules: rules.map(ruleObject),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            ...(leftOut > 0 && { toolExecutionNotifications: [notification(leftOut)] }),
          },
        ],
        columnKind: "utf16CodeUnits",
        results: kept,
      },
    ],
  });
  return { text, leftOut };
}

function withinLimits(results: readonly JsonObject[]): readonly JsonObject[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = results.slice(0, sarifLimits.results).findIndex((result) => {
    // With the indentation of the document.
    bytes += encoder.encode(JSON.stringify(result, undefined, 10)).length;
    return bytes > sarifLimits.bytes;
  });
  return results.slice(0, end === -1 ? sarifLimits.results : end);
}

function ruleObject(rule: SarifRule): JsonObject {
  return {
    id: rule.id,
    shortDescription: message(rule.summary),
    fullDescription: message(rule.description),
    help: message(rule.help),
    defaultConfiguration: { level: rule.level },
    properties: {
      tags: rule.tags.slice(0, sarifLimits.tags),
      "security-severity": rule.securitySeverity.toFixed(1),
    },
  };
}

function resultObject(
  { path, line, column, endLine, endColumn, ...result }: SarifResult,
  ruleIndexes: ReadonlyMap<string, number>,
): JsonObject {
  const ruleIndex = ruleIndexes.get(result.ruleId);
  return {
    ruleId: result.ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: result.level,
    rank: result.rank,
    message: message(result.message),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: relativeUri(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    partialFingerprints: { "flowproof/v1": result.fingerprint },
  };
}

function notification(leftOut: number): JsonObject {
  const text = `${leftOut} more results are left out: a log takes ${sarifLimits.results} results and 10 MB`;
  return { level: "warning", message: { text } };
}

/** Viewers make links of `[text](address)`, also in plain text. */
function message(text: string): JsonObject {
  const plain = singleLine(text).replaceAll("](", "] (");
  return { text: clip(plain, sarifLimits.characters) };
}

function relativeUri(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, "\u{FFFD}")
    .split("/")
    .map((segment) => encodeURIComponent(segment))
    .join("/");
}
