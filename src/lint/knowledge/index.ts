export { bundledKnowledge } from "./bundled-knowledge.ts";
export { toolKnowledge } from "./tool-knowledge.ts";
