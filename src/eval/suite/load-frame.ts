import type { Files } from "../../core/files.ts";
import type { RunContext } from "../../engine/index.ts";
import type { ToolCatalog } from "../../tools/index.ts";
import type { FlowCache } from "./flow-cache.ts";
import type { ExpectFrame } from "./read-expect.ts";
import type { TrialLimits } from "./suite.ts";

/** What every suite of a run is read with. */
export interface LoadFrame {
  readonly files: Files;
  /** Working directory, absolute. */
  readonly cwd: string;
  readonly flows: FlowCache;
  readonly toolCatalog: ToolCatalog;
  /** Where conversations happen if a suite does not say. */
  readonly context: RunContext;
  readonly limits: TrialLimits;
  /** Where checks come later: told what those of each case are read with. */
  readonly later?: ((checked: ExpectFrame) => void) | undefined;
}
