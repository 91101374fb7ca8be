export { compileResponseSchema, type ResponseSchema } from "./compile-response-schema.ts";
