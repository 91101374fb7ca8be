import { AppError } from "../../../src/core/errors/app-error.ts";
import { jsonDocument } from "../../../src/core/text/json-document.ts";
import { terminalTable } from "../../../src/format/index.ts";
import { listRules, type Origin, type Severities } from "../../../src/lint/index.ts";

/**
 * What `--list-rules` prints of the rules of some origins, or of all: a table, or one JSON document.
 *
 * @throws AppError for a format that only reports have
 */
export function rulesText(
  severities: Severities,
  format: string,
  only?: readonly Origin[],
): string {
  const rules = listRules(severities).filter(({ origin }) => only?.includes(origin) !== false);
  if (format === "json") {
    return jsonDocument({ schemaVersion: 1, rules });
  }
  if (format !== "pretty") {
    throw new AppError("CLI_USAGE", `--list-rules has no format "${format}"`, {
      hint: "use --format pretty or --format json",
    });
  }
  const rows = rules.map(({ id, codes, origin, severity, fixable, summary }) => {
    return [id, span(codes), origin, severity, fixable ? "yes" : "", summary];
  });
  const columns = ["rule", "codes", "origin", "severity", "fix", "what it does"];
  return `${terminalTable(
    columns.map((title) => ({ title })),
    rows,
  )}\n`;
}

/** Numbers that fit in a column. */
function span(codes: readonly string[]): string {
  if (codes.length <= 3) return codes.join(", ");
  return `${codes.slice(0, 2).join(", ")} … ${codes.at(-1) ?? ""}`;
}
