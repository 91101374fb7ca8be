import type { JsonObject, JsonValue } from "../../../core/json.ts";
import type { Place } from "../../../core/position.ts";
import type { Script } from "../../../model/index.ts";
import type { SuitePath } from "../../suite/suite-reader.ts";
import type { Suite } from "../../suite/suite.ts";
import type { EngineTarget } from "../../target/target.ts";

/** A check as the suite writes it. */
export interface WrittenCheck {
  readonly id: string;
  readonly value: JsonValue;
  readonly path: SuitePath;
  /** Of the turn that it speaks of; undefined for the case as a whole. */
  readonly turn: number | undefined;
}

/** A case as the suite writes it. */
export interface CaseView {
  readonly path: SuitePath;
  /** Empty where it has none. */
  readonly id: string;
  readonly source: JsonObject;
  /** What the user says, turn by turn. */
  readonly questions: readonly string[];
  readonly checks: readonly WrittenCheck[];
}

/** A target of a suite that could be read, and runs here. */
export interface TargetView {
  readonly target: EngineTarget;
  readonly path: SuitePath;
}

/** The first segment of the path of a case that stands in another file; its index among those follows. */
export const rowsRoot: string = "(row)";

/** A suite as rules look at it: what it says, and what it means as far as it could be read. */
export interface SuiteView {
  /** As reports print it. */
  readonly file: string;
  readonly value: JsonObject;
  readonly suite: Suite;
  /**
   * Those that run here; empty unless all of them could be read: with a part of them, nothing can be said
   * about any.
   */
  readonly targets: readonly TargetView[];
  /** Those of the suite's file, then those of its files of cases, whose paths begin with {@link rowsRoot}. */
  readonly cases: readonly CaseView[];
  /** Undefined where the suite names none, or it is broken. */
  readonly script: Script | undefined;
  /** When it is looked at, in milliseconds since the epoch; undefined where nobody says. */
  readonly now: number | undefined;
  /** Where the cases of other files stand. */
  readonly rows: readonly Place[];
}
