import { resolve } from "node:path";
import type { Config } from "../../src/config/index.ts";
import { type FlowKnowledge, loadKnowledge } from "../../src/flow/index.ts";
import { bundledKnowledge, toolKnowledge } from "../../src/lint/index.ts";
import type { CliContext } from "../context.ts";
import { openToolCatalog } from "../tools-folder.ts";

/**
 * What is known besides the files that are linted: the service's tools, prompts and response schemas.
 * Folders of one's own take the place of the last two, and imported tools that of ours.
 */
export async function knowledgeOf(
  config: Config,
  { cwd, files }: CliContext,
): Promise<FlowKnowledge> {
  const { registries } = config;
  const folders = (path: string | undefined): readonly string[] =>
    path === undefined ? [] : [resolve(cwd, path)];
  const own = await loadKnowledge({
    prompts: folders(registries.prompts),
    responseSchemas: folders(registries.responseSchemas),
    files,
  });
  const tools = toolKnowledge(await openToolCatalog(config, { cwd, files }));
  return { ...bundledKnowledge, ...tools, ...own };
}
