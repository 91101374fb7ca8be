export type { FromSchema } from "json-schema-to-ts";
export type { FormatId } from "./format-id.ts";
export { laxModel, type LaxModel, type LaxResult } from "./lax/lax-model.ts";
export { schemaErrors } from "./schema-errors.ts";
export type { SchemaProblem } from "./schema-problem.ts";
export { compileSchema } from "./user/compile-schema.ts";
export { loadFormat, validateFormat } from "./validate-format.ts";
