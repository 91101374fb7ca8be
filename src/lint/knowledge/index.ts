export { bundledKnowledge } from "./bundled-knowledge.ts";
