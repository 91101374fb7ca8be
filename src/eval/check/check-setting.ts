import type { ToolSpec } from "../../tools/index.ts";
import type { TargetFact } from "../target/target-fact.ts";
import type { FakeName } from "./fake-view.ts";

/** A target, as far as checks depend on it. */
export interface TellingTarget {
  readonly name: string;
  readonly kind: string;
  readonly tells: ReadonlySet<TargetFact>;
}

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
  /** The targets of the suite, with what they tell of themselves; left out where all tell everything. */
  readonly targets?: readonly TellingTarget[];
  /** The fakes of the case. */
  readonly fakes: ReadonlySet<FakeName>;
}
