import type { Files } from "../../core/files.ts";

/** Where the prompts and response schemas lie that flows name by version. */
export interface RegistrySources {
  /** `<prompt_id>/base/<version>.yml`, and the files that templates include. */
  readonly prompts: readonly string[];
  /** `<response_schema_id>/base/<version>.json`. */
  readonly responseSchemas: readonly string[];
  readonly files: Files;
}
