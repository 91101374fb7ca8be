import type { Command } from "commander";

/** What of the command line says where replies are kept. */
export interface CacheFlags {
  /** A folder; `true` is the default one. */
  readonly cache?: string | true;
  /** Replies that were kept under another are not known. */
  readonly cacheEpoch?: string;
}

/** Adds the flags of the cache. */
export function withCacheFlags(command: Command): Command {
  return command
    .option(
      "--cache [folder]",
      "keep replies of models, and ask nobody what was asked before (default: .flowproof/cache)",
    )
    .option("--cache-epoch <name>", "begin anew: replies kept under another name are not known");
}
