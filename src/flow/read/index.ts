export type { FlowDraft } from "./flow-draft.ts";
export { readFlow } from "./read-flow.ts";
