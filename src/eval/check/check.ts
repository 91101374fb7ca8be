import type { JsonObject, JsonValue } from "../../core/json.ts";
import type { Identified } from "../../core/registry.ts";
import type { RunStatus } from "../../engine/index.ts";
import type { Rubric } from "../../judge/index.ts";
import type { TargetFact } from "../target/target-fact.ts";
import type { CheckProblem } from "./check-problem.ts";
import type { CheckReader } from "./check-reader.ts";
import type { CheckSetting } from "./check-setting.ts";
import type { TrialView } from "./trial-view.ts";

/** What a check found. A message says what was expected and what was found, also when it passes. */
export interface Finding {
  /** Undefined where this run cannot tell, whatever the agent did: a price or a time is not known. */
  readonly pass: boolean | undefined;
  /** One line. */
  readonly message: string;
  /** What to do about a run that cannot tell. */
  readonly hint?: string;
  /** Several lines: expected beside actual. */
  readonly details?: string;
}

/** A check that the record of a trial decides by itself. */
export interface DecidableCheck {
  readonly type: "decidable";
  assess(trial: TrialView): Finding;
  /** Ends of the flow that the case expects; other than `completed` they are then no error. */
  readonly expectedStatuses?: readonly RunStatus[];
}

/** Statements that a judge decides; each becomes a check of its own in the record. */
interface JudgedCheck {
  readonly type: "judged";
  readonly criteria: readonly string[];
  readonly rubrics?: readonly RubricAim[];
}

/** A rubric and the grade from which it is passed. */
export interface RubricAim {
  readonly rubric: Rubric;
  readonly atLeast: number;
}

/** One expectation of one case, ready to be held against its trials. */
export type PreparedCheck = DecidableCheck | JudgedCheck;

/** A trial with expectations that hold in it and others that do not: documentation and test in one. */
export interface CheckExample {
  /** What happened; all else is as in a trial without calls that completed with an empty answer. */
  readonly trial: Partial<TrialView>;
  readonly passes: readonly JsonValue[];
  readonly fails: readonly JsonValue[];
}

/** One kind of expectation. Its id is the key by which suites name it. */
export interface Check extends Identified {
  readonly docs: {
    /** Completes "This check …". */
    readonly summary: string;
    /** When to use it, and what to know about it. */
    readonly rationale: string;
  };
  /** What a target must tell of itself, or the check could only pass or fail for no reason. */
  readonly needs?: readonly TargetFact[];
  /** JSON Schema of what stands after the check's name, short form included. */
  readonly schema: JsonObject;
  /** Empty only for a check that a judge decides. */
  readonly examples: readonly CheckExample[];
  /** Values that say nothing, or something that can never or always holds; each must be reported. */
  readonly refused: readonly JsonValue[];
  /** Undefined when something is wrong, which the reader then knows. The value fits the schema. */
  prepare(value: JsonValue, reader: CheckReader): PreparedCheck | undefined;
  /**
   * What makes a value useless in its place: it could never fail there, or never hold. Only for values
   * that fit the schema. `settingProblems` asks it, and adds what is the same for all checks.
   */
  problems?(value: JsonValue, setting: CheckSetting): readonly CheckProblem[];
}
