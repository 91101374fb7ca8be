import type { JsonObject } from "../core/json.ts";
import type { ValidatorError } from "./unexplained.ts";

/** What scripts/generate.ts makes of the schema of a format. */
export interface FormatValidator {
  readonly schema: JsonObject;
  readonly validate: {
    (value: unknown): boolean;
    errors?: readonly ValidatorError[] | null;
  };
}
