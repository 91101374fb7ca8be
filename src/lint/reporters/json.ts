import type { JsonObject } from "../../core/json.ts";
import { jsonDocument } from "../../core/text/json-document.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { createFixDescriber } from "../fix/described-fix.ts";
import type { LintReporter } from "../lint-reporter.ts";

const schemaVersion = 1;

/** The document of `lint --format json`: these keys, in this order. */
export const json: LintReporter = {
  id: "json",
  extension: "json",
  summary: "everything as one JSON document",
  format({ files, counts }) {
    return jsonDocument({
      schemaVersion,
      files: files.map(({ path, text, diagnostics }) => {
        const describe = createFixDescriber(text);
        return {
          path,
          diagnostics: diagnostics.map((found) => ({
            ...inOrder(found),
            ...(found.fix !== undefined && { fix: describe(found.fix) }),
          })),
        };
      }),
      counts: {
        files: counts.files,
        error: counts.error,
        warning: counts.warning,
        info: counts.info,
        suppressed: counts.suppressed,
      },
    });
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
