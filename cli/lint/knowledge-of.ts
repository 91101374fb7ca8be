import type { Config } from "../../src/config/index.ts";
import type { FlowKnowledge } from "../../src/flow/index.ts";
import { bundledKnowledge } from "../../src/lint/index.ts";

/**
 * What is known besides the files that are linted: the service's tools, prompts and response schemas.
 * Folders of one's own take the place of the last two; what they hold is not judged.
 */
export function knowledgeOf({ registries }: Config): FlowKnowledge {
  const { prompt, promptFile, responseSchema, ...tools } = bundledKnowledge;
  return {
    ...tools,
    ...(registries.prompts === undefined && { prompt, promptFile }),
    ...(registries.responseSchemas === undefined && { responseSchema }),
  };
}
