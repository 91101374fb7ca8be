export { flowExperimentalSchema } from "./flow-experimental-schema.ts";
export { flowV1Schema } from "./flow-v1-schema.ts";
export type { OfferedTool } from "./toolset.ts";
