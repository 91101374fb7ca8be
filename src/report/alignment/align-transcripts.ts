import { commonSteps } from "../../format/index.ts";
import type { TrialTranscript } from "../../record/index.ts";
import {
  actOf,
  type AlignedStep,
  argsOf,
  contentOf,
  isAligned,
  kindOfStep,
  resultOf,
  wordsOf,
} from "./aligned-step.ts";
import type { AlignedRow, Alignment, StepDifference } from "./alignment.ts";

/** Longer conversations nobody reads side by side. */
const maxSteps = 400;

/**
 * Puts two transcripts side by side: what is the same to the letter stands together, between that what does the
 * same, and last what is of the same kind, so that a call of another tool stands beside the call it replaces.
 */
export function alignTranscripts(
  a: Pick<TrialTranscript, "steps" | "omittedSteps">,
  b: Pick<TrialTranscript, "steps" | "omittedSteps">,
): Alignment {
  const [left, right] = [a.steps.filter(isAligned), b.steps.filter(isAligned)];
  const pairs = pairedSteps({ a: left.slice(0, maxSteps), b: right.slice(0, maxSteps) }, [
    contentOf,
    actOf,
    kindOfStep,
  ]);
  const rows = pairs.map((pair, index): AlignedRow => {
    const difference = differenceOf(pair, pairs.slice(index + 1));
    return { ...pair, ...(difference !== undefined && { difference }) };
  });
  return {
    rows,
    divergence: placeOf(rows, ({ difference }) => difference !== undefined),
    actionDivergence: placeOf(rows, hasOtherAction),
    omitted: {
      a: Math.max(0, left.length - maxSteps) + (a.omittedSteps ?? 0),
      b: Math.max(0, right.length - maxSteps) + (b.omittedSteps ?? 0),
    },
  };
}

interface Sides {
  readonly a: readonly AlignedStep[];
  readonly b: readonly AlignedStep[];
}
type Pair = Pick<AlignedRow, "a" | "b">;

/** Pairs by the first key; what lies between two pairs, by the others. */
function pairedSteps(
  { a, b }: Sides,
  [key, ...others]: readonly ((step: AlignedStep) => string)[],
): readonly Pair[] {
  if (key === undefined || a.length === 0 || b.length === 0) {
    return [...a.map((step) => ({ a: step })), ...b.map((step) => ({ b: step }))];
  }
  const rows: Pair[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of [...commonSteps(a.map(key), b.map(key)), [a.length, b.length] as const]) {
    rows.push(...pairedSteps({ a: a.slice(left, i), b: b.slice(right, j) }, others));
    const [stepA, stepB] = [a[i], b[j]];
    if (stepA !== undefined && stepB !== undefined) rows.push({ a: stepA, b: stepB });
    [left, right] = [i + 1, j + 1];
  }
  return rows;
}

function differenceOf({ a, b }: Pair, later: readonly Pair[]): StepDifference | undefined {
  if (a === undefined) return later.some((row) => row.a !== undefined) ? "only_b" : "ended_a";
  if (b === undefined) return later.some((row) => row.b !== undefined) ? "only_a" : "ended_b";
  if (a.type === "call" && b.type === "call") {
    if (a.tool !== b.tool) return "tool";
    if (argsOf(a) !== argsOf(b)) return "args";
    return resultOf(a) === resultOf(b) ? undefined : "result";
  }
  if (a.type === "call" || b.type === "call") return "tool";
  return wordsOf(a) === wordsOf(b) ? undefined : "text";
}

function hasOtherAction({ a, b, difference }: AlignedRow): boolean {
  return difference !== undefined && (a?.type === "call" || b?.type === "call");
}

function placeOf(
  rows: readonly AlignedRow[],
  is: (row: AlignedRow) => boolean,
): number | undefined {
  const place = rows.findIndex(is);
  return place === -1 ? undefined : place;
}
