import type { Config } from "../../../src/config/index.ts";
import type { Files } from "../../../src/core/files.ts";

/** What decides which flows use something that changed. */
export interface ChangedSetting {
  readonly cwd: string;
  readonly files: Files;
  readonly config: Config;
  /** Files of definitions by absolute paths; they need not exist. */
  readonly definitions: readonly string[];
  /** What was fetched from catalogs, likewise. */
  readonly locks: readonly string[];
}
