import type { Matcher } from "../../core/match/matcher.ts";
import type { Place } from "../../core/position.ts";
import type {
  ScriptCondition,
  ScriptGrade,
  ScriptReply,
  ScriptVerdict,
  ScriptWinner,
} from "./script-file.ts";

/** A script that was read and checked, ready to answer. */
export interface Script {
  readonly name: string;
  readonly file: string;
  readonly entries: readonly ScriptEntry[];
}

export interface ScriptEntry {
  /** From 1, in the order of the file. */
  readonly number: number;
  readonly place: Place;
  readonly when: ReadonlyMap<ScriptCondition, Matcher>;
  readonly answers: ScriptTurns | ScriptVerdicts;
}

export interface ScriptTurns {
  readonly type: "turns";
  /** By trial: the turns, then the variants. */
  readonly choices: readonly (readonly ScriptReply[])[];
}

export interface ScriptVerdicts {
  readonly type: "verdicts";
  /** By number of the criterion, or `*`. */
  readonly verdicts: ReadonlyMap<string, ScriptVerdict>;
  /** By name of the rubric, or `*`. */
  readonly grades: ReadonlyMap<string, ScriptGrade>;
  /** Undefined where the entry says nothing of two answers. */
  readonly prefers: ScriptPreference | undefined;
}

/** Always the same, or the answer that a matcher matches. */
export type ScriptPreference =
  | { readonly type: "always"; readonly winner: ScriptWinner }
  | { readonly type: "matching"; readonly matcher: Matcher };
