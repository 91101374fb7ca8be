import { resolve } from "node:path";
import type { Config } from "../src/config/index.ts";
import { shownPath } from "../src/platform/index.ts";
import { loadToolCatalog, type ToolCatalog } from "../src/tools/index.ts";
import type { CliContext } from "./context.ts";

/** Where imported tools lie, as messages name it. */
export function toolsFolder({ registries }: Config): string {
  return registries.tools ?? "tools";
}

/**
 * What is known of tools here: the service's, and what `tools import` brought.
 *
 * @throws AppError or AppErrors TOOL_FILE_INVALID
 */
export async function openToolCatalog(
  config: Config,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<ToolCatalog> {
  const shown = (path: string): string => shownPath(path, cwd);
  return loadToolCatalog(resolve(cwd, toolsFolder(config)), { files, shown });
}
