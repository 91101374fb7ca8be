import { AppError } from "../../core/errors/app-error.ts";
import { toPointer } from "../../core/text/pointer.ts";

/** A schema that pydantic could not be asked for, with the place in it. */
export function unsupported(path: readonly (string | number)[], message: string): AppError {
  const where = path.length === 0 ? "" : ` at ${toPointer(path)}`;
  return new AppError("SCHEMA_UNSUPPORTED", `cannot validate by this schema${where}: ${message}`);
}
