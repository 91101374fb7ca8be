import type { JsonObject } from "../../core/json.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintReporter } from "../lint-reporter.ts";

const schemaVersion = 1;

/** C1 controls, bidirectional and other invisible characters, which JSON leaves as they are. */
const invisible =
  /[\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** The document of `lint --format json`: these keys, in this order. */
export const json: LintReporter = {
  id: "json",
  extension: "json",
  summary: "everything as one JSON document",
  format({ files, counts }) {
    const document = {
      schemaVersion,
      files: files.map(({ path, diagnostics }) => ({
        path,
        diagnostics: diagnostics.map(inOrder),
      })),
      counts: {
        files: counts.files,
        error: counts.error,
        warning: counts.warning,
        info: counts.info,
        suppressed: counts.suppressed,
      },
    };
    return `${JSON.stringify(document, undefined, 2).replaceAll(invisible, escaped)}\n`;
  },
};

function inOrder(found: Diagnostic): JsonObject {
  return {
    rule: found.rule,
    ...(found.code !== undefined && { code: found.code }),
    severity: found.severity,
    origin: found.origin,
    message: found.message,
    hint: found.hint,
    line: found.line,
    column: found.column,
    endLine: found.endLine,
    endColumn: found.endColumn,
    pointer: found.pointer,
  };
}

/** All of them stand inside strings, where JSON has a visible form for them. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
