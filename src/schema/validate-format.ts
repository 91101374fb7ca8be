import type { JsonValue } from "../core/json.ts";
import { explainMismatch } from "./explain/explain-mismatch.ts";
import type { FormatId } from "./format-id.ts";
import type { FormatValidator } from "./format-validator.ts";
import type { SchemaProblem } from "./schema-problem.ts";
import { unexplained } from "./unexplained.ts";

/**
 * Holds a value against the schema of one of our own formats. The validators are generated when the
 * package is built and load when they are first asked for.
 */
export async function validateFormat(
  format: FormatId,
  value: JsonValue | undefined,
): Promise<SchemaProblem[]> {
  const validate = await loadFormat(format);
  return validate(value);
}

/** Loads a validator, for those who cannot wait each time. */
export async function loadFormat(
  format: FormatId,
): Promise<(value: JsonValue | undefined) => SchemaProblem[]> {
  const { formatLoaders } = await import("./generated/index.ts");
  const { validate, schema }: FormatValidator = await formatLoaders[format]();
  return (value) => {
    const given = value ?? null;
    if (validate(given)) return [];
    const problems = explainMismatch(schema, given, (pattern, text) => {
      return new RegExp(pattern, "u").test(text);
    });
    return problems.length > 0 ? problems : unexplained(validate.errors);
  };
}
