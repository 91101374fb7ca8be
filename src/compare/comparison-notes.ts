import type { ComparedSystem } from "./cases/compared-system.ts";
import type { Comparability } from "./comparability/comparability.ts";
import { countLooks, type TagMetrics } from "./metrics/adjusted-tags.ts";
import type { MetricResult } from "./metrics/metric-result.ts";
import { familyFalseAlarm } from "./statistics/multiplicity/family-false-alarm.ts";

/** What notes are taken of. */
export interface NotedComparison {
  readonly a: ComparedSystem;
  readonly b: ComparedSystem;
  readonly comparable: Comparability;
  readonly metrics: readonly MetricResult[];
  readonly byTag: TagMetrics;
  readonly isSame: boolean;
}

/** Below so many cases the cases themselves say more than any rate. */
const fewCases = 20;

/** What a reader must know beside the numbers, one line each. */
export function comparisonNotes(of: NotedComparison): readonly string[] {
  const { a, b, comparable, byTag, isSame } = of;
  return [
    ...(isSame ? ["both sides are the same run: nothing can differ"] : []),
    ...scriptNote(of),
    ...endNote("A", a),
    ...endNote("B", b),
    ...allowedNotes(comparable),
    ...fewNote(comparable),
    ...missingNote(of),
    ...(isSame ? [] : looksNote(byTag)),
  ];
}

function endNote(side: string, { end, cases }: ComparedSystem): readonly string[] {
  if (end === "done") return [];
  const open = cases.filter(({ passed }) => passed === undefined).length;
  const ends = {
    interrupted: "was interrupted",
    limit: "was stopped by a limit",
    unfinished: "is not finished",
  };
  return [`the run of ${side} ${ends[end]}: ${open} of its ${cases.length} cases are not decided`];
}

function scriptNote({ a, b, metrics }: NotedComparison): readonly string[] {
  const isScripted = [a, b].some(({ labels }) => labels.includes("scripted"));
  if (!isScripted || !metrics.some(({ unit }) => unit === "ms")) return [];
  return ["times of scripts are what their files and this machine make them, not a model's"];
}

function allowedNotes({ reasons }: Comparability): readonly string[] {
  return reasons
    .filter(({ allowed }) => allowed)
    .map(({ obstacle, message, cases }) => {
      return `${countCases(cases.length)} compared all the same (${obstacle}): ${message}`;
    });
}

function fewNote({ paired }: Comparability): readonly string[] {
  if (paired === 0 || paired >= fewCases) return [];
  if (paired === 1) return ["one case says nothing about others: look at the case itself"];
  return [`${paired} cases are few: look at the cases themselves more than at the rates`];
}

function missingNote({ metrics }: NotedComparison): readonly string[] {
  const { bounds, missing = 0 } = metrics.find(({ metric }) => metric === "pass_rate") ?? {};
  if (bounds === undefined) return [];
  const [worst, best] = [points(bounds.worst), points(bounds.best)];
  return [
    `${countCases(missing)} not decided on both sides: with them the difference of the pass rates is ${worst} at worst and ${best} at best`,
  ];
}

function looksNote(byTag: TagMetrics): readonly string[] {
  const looks = countLooks(byTag);
  if (looks < 2) return [];
  const share = Math.round(100 * familyFalseAlarm(looks));
  const chance = share === 100 ? "nearly all" : `${share} % of`;
  return [
    `by tag these are ${looks} looks at the same data: of so many independent ones, one or more stands out by chance in ${chance} comparisons`,
  ];
}

function points(share: number): string {
  const value = Number((share * 100).toFixed(1));
  return `${value > 0 ? "+" : ""}${value} points`;
}

function countCases(count: number): string {
  return count === 1 ? "1 case is" : `${count} cases are`;
}
