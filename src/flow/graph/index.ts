export { flowMermaid } from "./flow-mermaid.ts";
export { type FlowVisits, flowVisits } from "./flow-visits.ts";
