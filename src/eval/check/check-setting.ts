import type { ToolSpec } from "../../tools/index.ts";
import type { FakeName } from "./fake-view.ts";

/** Where a check stands: what bounds everything that can happen in a trial before it is asked. */
export interface CheckSetting {
  /** Messages of the user up to here. */
  readonly turns: number;
  /** Replies of the agent's model after which a trial ends by itself. */
  readonly maxReplies: number;
  /** Time after which a trial ends by itself. */
  readonly maxMs: number;
  /** A tool as the mocks or the catalog describe it; undefined where nothing is known of it. */
  tool(name: string): ToolSpec | undefined;
  /** The fakes of the case. */
  readonly fakes: ReadonlySet<FakeName>;
}
