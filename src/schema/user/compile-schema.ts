import type { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject, JsonValue } from "../../core/json.ts";
import { explainMismatch } from "../explain/explain-mismatch.ts";
import { compilePattern, type LinearPattern } from "../linear-pattern.ts";
import type { SchemaProblem } from "../schema-problem.ts";
import { unexplained } from "../unexplained.ts";
import { compilingAjv, metaAjv } from "./ajv.ts";
import { checkSchema } from "./check-schema.ts";
import { schemaDialect } from "./schema-dialect.ts";
import { invalidSchema } from "./schema-finding.ts";

/** Says what is wrong with a value; nothing where it is valid. */
export type SchemaValidator = (value: JsonValue) => SchemaProblem[];

/**
 * Compiles a JSON Schema that a user wrote: draft 2020-12, or draft-07 where `$schema` says so.
 * `format` is not checked, and patterns are RE2's.
 *
 * @throws AppError SCHEMA_INVALID that says where in the schema it is wrong
 */
export function compileSchema(schema: JsonObject): SchemaValidator {
  const dialect = schemaDialect(schema);
  checkSchema(schema, dialect);
  const meta = metaAjv(dialect);
  if (meta.validateSchema(schema) !== true) throw misused(meta.errors);
  const validate = refusing(() => compilingAjv(dialect).compile(schema));
  const matches = patternCache();
  return (value) => {
    if (refusing(() => validate(value))) return [];
    const problems = explainMismatch(schema, value, matches);
    return problems.length > 0 ? problems : unexplained(validate.errors);
  };
}

/** A keyword with a value that it cannot have, in the words of the dialect's own schema. */
function misused(errors: Parameters<typeof unexplained>[0]): AppError {
  const [problem] = unexplained(errors);
  return invalidSchema({ path: problem?.path ?? [], message: problem?.message ?? "not a schema" });
}

/** What ajv cannot compile, or what runs in circles on a value. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const endless = error instanceof RangeError;
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidSchema({
      path: [],
      message: endless ? "it refers to itself without end" : reason,
    });
  }
}

function patternCache(): (pattern: string, text: string) => boolean {
  const compiled = new Map<string, LinearPattern>();
  return (pattern, text) => {
    const known = compiled.get(pattern) ?? compilePattern(pattern);
    compiled.set(pattern, known);
    return known.test(text);
  };
}
