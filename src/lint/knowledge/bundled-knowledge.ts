import { type FlowKnowledge, recordedKnowledge } from "../../flow/index.ts";
import { bundledTools } from "../../tools/index.ts";
import { toolKnowledge } from "./tool-knowledge.ts";

/**
 * What the project brings with it: the tools, prompts and response schemas of the service. Folders of
 * one's own take the place of its prompts and schemas: `{ ...bundledKnowledge, ...(await loadKnowledge(…)) }`.
 */
export const bundledKnowledge: FlowKnowledge = {
  ...recordedKnowledge,
  ...toolKnowledge(bundledTools),
};
