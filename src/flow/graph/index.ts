export { flowMermaid } from "./flow-mermaid.ts";
export { flowVisits } from "./flow-visits.ts";
