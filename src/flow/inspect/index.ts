export type {
  FlowKnowledge,
  KnownPrompt,
  KnownResponseSchema,
  KnownTool,
  KnownToolForm,
  Lookup,
} from "./flow-knowledge.ts";
export { type FlowInspection, inspectFlow } from "./inspect-flow.ts";
