import { resolve } from "node:path";
import { type Config, loadConfig } from "../../src/config/index.ts";
import type { Files } from "../../src/core/files.ts";
import type { CliContext } from "../context.ts";

/** What the commands of `flow` read from: the configuration, and files by their paths as they are written. */
export interface FlowWorld {
  readonly config: Config;
  /** Relative paths begin in the working folder, so that messages name files as the user does. */
  readonly files: Files;
  readonly context: CliContext;
}

export async function openFlowWorld(context: CliContext): Promise<FlowWorld> {
  const { cwd, files } = context;
  const { realPath } = files;
  return {
    config: await loadConfig(cwd, files),
    files: {
      read: (path) => files.read(resolve(cwd, path)),
      list: (folder) => files.list(resolve(cwd, folder)),
      realPath: realPath && ((path) => realPath(resolve(cwd, path))),
    },
    context,
  };
}
