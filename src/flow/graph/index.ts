export { type FlowGraph, flowGraph, type GraphEdge } from "./flow-graph.ts";
export { flowMermaid } from "./flow-mermaid.ts";
export { flowVisits } from "./flow-visits.ts";
