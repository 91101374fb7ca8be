import { AppError } from "../../core/errors/app-error.ts";
import { toPointer } from "../../core/text/pointer.ts";

/** Something wrong with a schema, at a place in it. */
export interface SchemaFinding {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
}

/** The first thing wrong with a schema as an error, which says where in the schema it is. */
export function invalidSchema({ path, message, hint }: SchemaFinding): AppError {
  const where = path.length === 0 ? "" : ` at ${toPointer(path)}`;
  return new AppError("SCHEMA_INVALID", `the JSON Schema is wrong${where}: ${message}`, { hint });
}
