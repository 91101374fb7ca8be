import { resolve } from "node:path";
import type { Config } from "../../src/config/index.ts";
import type { LoadSuitesOptions } from "../../src/eval/index.ts";
import type { CliContext } from "../context.ts";
import { openToolCatalog } from "../tools-folder.ts";

/** What suites are read with, by `flowproof.yml`. */
export async function loadOptions({
  config,
  context,
}: {
  readonly config: Config;
  readonly context: CliContext;
}): Promise<LoadSuitesOptions> {
  return {
    files: context.files,
    cwd: context.cwd,
    ...registryFolders(config, context.cwd),
    toolCatalog: await openToolCatalog(config, context),
    context: config.context,
    limits: config.limits.trial,
  };
}

type RegistryFolders = Pick<
  LoadSuitesOptions,
  "flowFolders" | "promptFolders" | "responseSchemaFolders"
>;

/** The folders of `flowproof.yml`, from the working directory. */
function registryFolders({ registries }: Config, cwd: string): RegistryFolders {
  const { flows, prompts, responseSchemas } = registries;
  const absolute = (folders: readonly string[]) => folders.map((folder) => resolve(cwd, folder));
  return {
    flowFolders: absolute(flows),
    promptFolders: absolute(prompts === undefined ? [] : [prompts]),
    responseSchemaFolders: absolute(responseSchemas === undefined ? [] : [responseSchemas]),
  };
}
