import type { JsonObject } from "../../../../../core/json.ts";
import { isJsonObject } from "../../../../../core/json.ts";
import { scanReportTypes, scanSeverities } from "../../../../catalog/scan-words.ts";
import { map, optionalText, record, text, texts } from "../../core/schema-words.ts";
import type { SeedBlock } from "../../core/seed-block.ts";
import { Table } from "../../core/table.ts";
import type { Part, PartOwner } from "../../core/world.ts";
import { dismissalReasons, seedWord, states } from "./scan-words.ts";
import type { FalsePositiveFlag, Vulnerability } from "./vulnerability.ts";

const schema = record("A vulnerability. Words as in GitLab's GraphQL API, in any case.", {
  title: text(),
  description: optionalText(),
  severity: text("critical, high, medium, low, info or unknown."),
  report_type: text("sast, dast, secret_detection, dependency_scanning, …"),
  state: text("detected, confirmed, dismissed or resolved."),
  scanner: optionalText("The scanner's name."),
  solution: optionalText(),
  location: { type: "object", description: "As `file` and `start_line`." },
  identifiers: texts("As CVE-2025-1234 and CWE-89."),
  detected_at: text(),
  dismissed_at: optionalText(),
  dismissal_reason: optionalText(
    "acceptable_risk, false_positive, mitigating_control, used_in_tests, not_applicable.",
  ),
  comment: optionalText("What was said at the last change of its state."),
  issues: texts("Linked issues: shop/web#7, or #7 of the same project."),
  merge_requests: texts("Linked merge requests: shop/web!12, or !12 of the same project."),
  false_positive: {
    ...record("What an analysis thinks of whether it is real.", {
      confidence: { type: "number", minimum: 0, maximum: 1 },
      description: text(),
      created_at: text(),
    }),
    type: ["object", "null"],
  },
});

type Vulnerabilities = ReadonlyMap<number, Vulnerability>;

/** The vulnerabilities of a project, by id. */
export const vulnerabilitiesPart: Part<Vulnerabilities, Table<number, Vulnerability>> = {
  name: "vulnerabilities",
  properties: { vulnerabilities: map("By id.", schema) },
  read: (block, owner) =>
    new Map(
      block
        .numbered("vulnerabilities")
        .map(([id, vulnerability]) => [id, read(id, vulnerability, owner)]),
    ),
  open: (seed) => new Table(seed),
  show: (table) => ({
    vulnerabilities: Object.fromEntries(
      table.entries.map(([id, vulnerability]) => [String(id), showState(vulnerability)]),
    ),
  }),
};

function read(id: number, block: SeedBlock, { path }: PartOwner): Vulnerability {
  if (!block.context.ids.claim("vulnerability", id)) {
    block.problemHere(`two vulnerabilities have the id ${String(id)}`);
  }
  const full = (reference: string): string =>
    /^[#!]/.test(reference) ? `${path}${reference}` : reference;
  const state = seedWord(block, "state", states);
  const isDismissed = state === "DISMISSED";
  return {
    id,
    title: block.text("title", `Vulnerability ${String(id)}`),
    description: block.optionalText("description") ?? null,
    severity: seedWord(block, "severity", scanSeverities),
    reportType: seedWord(block, "report_type", scanReportTypes),
    state,
    scanner: block.optionalText("scanner") ?? null,
    solution: block.optionalText("solution") ?? null,
    location: block.block("location").json,
    identifiers: block.texts("identifiers"),
    detectedAt: block.time("detected_at"),
    dismissedAt: isDismissed ? block.time("dismissed_at") : null,
    dismissalReason: isDismissed ? seedWord(block, "dismissal_reason", dismissalReasons) : null,
    comment: block.optionalText("comment") ?? null,
    issues: block.texts("issues").map(full),
    mergeRequests: block.texts("merge_requests").map(full),
    flag: readFlag(block),
  };
}

function readFlag(block: SeedBlock): FalsePositiveFlag | null {
  if (!isJsonObject(block.value("false_positive"))) return null;
  const flag = block.block("false_positive");
  return {
    id: block.context.ids.next("vulnerability flag"),
    confidence: flag.number("confidence") ?? 0,
    description: flag.text("description", ""),
    createdAt: flag.time("created_at"),
  };
}

function showState(vulnerability: Vulnerability): JsonObject {
  const { title, description, severity, state, scanner, solution, flag } = vulnerability;
  return {
    title,
    description,
    severity,
    report_type: vulnerability.reportType,
    state,
    scanner,
    solution,
    location: vulnerability.location,
    identifiers: vulnerability.identifiers,
    detected_at: vulnerability.detectedAt,
    dismissed_at: vulnerability.dismissedAt,
    dismissal_reason: vulnerability.dismissalReason,
    comment: vulnerability.comment,
    issues: vulnerability.issues,
    merge_requests: vulnerability.mergeRequests,
    false_positive:
      flag === null
        ? null
        : {
            confidence: flag.confidence,
            description: flag.description,
            created_at: flag.createdAt,
          },
  };
}
