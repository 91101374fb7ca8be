import { clip } from "../../core/text/clip.ts";
import { type Compilation, matcherOf, refuse, type ScriptPath } from "./compilation.ts";
import type { ScriptFileEntry, ScriptGrade, ScriptVerdict } from "./script-file.ts";
import type { ScriptPreference, ScriptTurns, ScriptVerdicts } from "./script.ts";

/** What an entry says, and whether it ever could. */
export function answersOf(
  entry: ScriptFileEntry,
  path: ScriptPath,
  compilation: Compilation,
): ScriptTurns | ScriptVerdicts {
  const { when = {}, turns, variants, verdicts, grades, prefers } = entry;
  const given = (["verdicts", "grades", "prefers"] as const).find(
    (key) => entry[key] !== undefined,
  );
  if (given === undefined) {
    if (turns === undefined) {
      refuse(compilation, path, {
        message: "an entry has neither turns nor verdicts",
        hint: "give it turns, or verdicts for a judge",
      });
    }
    return { type: "turns", choices: [turns ?? [], ...(variants ?? [])] };
  }
  for (const key of ["turns", "variants"] as const) {
    if (entry[key] === undefined) continue;
    refuse(compilation, [...path, key], {
      message: `an entry with ${given} has no ${key}`,
      hint: "write two entries",
    });
  }
  if (when.judge === undefined) {
    refuse(compilation, [...path, given], {
      message: `${given} ${given === "prefers" ? "answers" : "answer"} a judge, but this entry never matches a judge's request`,
      hint: "add `judge` to its when; `judge: { $exists: true }` matches every answer",
    });
  }
  return {
    type: "verdicts",
    verdicts: verdictsOf(verdicts),
    grades: gradesOf(grades),
    prefers: prefers === undefined ? undefined : preferenceOf(prefers, path, compilation),
  };
}

function preferenceOf(
  prefers: NonNullable<ScriptFileEntry["prefers"]>,
  path: ScriptPath,
  compilation: Compilation,
): ScriptPreference | undefined {
  if (typeof prefers === "string") return { type: "always", winner: prefers };
  const plain = Object.keys(prefers).find((key) => !key.startsWith("$"));
  if (plain !== undefined) {
    refuse(compilation, [...path, "prefers", plain], {
      message: `prefers is matched on a text, which has no "${clip(plain, 60)}"`,
      hint: "write operators, such as `prefers: { $contains: … }`, or one of first, second, tie, cannot_tell",
    });
    return undefined;
  }
  const matcher = matcherOf(prefers, [...path, "prefers"], compilation);
  return matcher === undefined ? undefined : { type: "matching", matcher };
}

function verdictsOf(
  verdicts: ScriptFileEntry["verdicts"] = {},
): ReadonlyMap<string, ScriptVerdict> {
  return new Map(
    Object.entries(verdicts).map(([criterion, verdict]) => [
      criterion,
      typeof verdict === "string" ? { verdict } : verdict,
    ]),
  );
}

function gradesOf(grades: ScriptFileEntry["grades"] = {}): ReadonlyMap<string, ScriptGrade> {
  return new Map(
    Object.entries(grades).map(([rubric, grade]) => [
      rubric,
      typeof grade === "object" ? grade : { grade },
    ]),
  );
}
