import type { Outcome } from "../../record/index.ts";
import { count, outcomeTitle } from "../words.ts";
import { chartLabel } from "./chart-label.ts";
import { colors } from "./colors.ts";
import type { Chart, Pencil } from "./pencil.ts";
import { chartWidth, fontSize } from "./sizes.ts";

/** A case with the outcomes of its trials, in their order. */
export interface TrialGridRow {
  readonly label: string;
  readonly trials: readonly Outcome[];
}

const maxCases = 60;
const maxTrials = 30;
const cellHeight = 18;
/** The least that names have of the width. */
const namesWidth = 130;
const signs: Readonly<Record<Outcome, Sign>> = {
  pass: { symbol: "circle", color: colors.good, isFilled: true },
  fail: { symbol: "times", color: colors.bad, isFilled: false },
  agent_error: { symbol: "triangle", color: colors.bad, isFilled: true },
  judge_error: { symbol: "diamond", color: colors.unsure, isFilled: false },
  infra_error: { symbol: "square", color: colors.unsure, isFilled: false },
  suite_error: { symbol: "asterisk", color: colors.unsure, isFilled: false },
};

/** In the order of the legend. */
const outcomes = [
  "pass",
  "fail",
  "agent_error",
  "judge_error",
  "infra_error",
  "suite_error",
] as const;

interface Sign {
  readonly symbol: "circle" | "times" | "triangle" | "diamond" | "square" | "asterisk";
  readonly color: string;
  readonly isFilled: boolean;
}

interface Cell {
  readonly outcome: Outcome;
  readonly x: number;
  readonly y: number;
}

/**
 * Cases by their trials, each trial a sign that color and shape tell; those that did not pass in every trial
 * come first, as there may be more than fit. Undefined where no case has several trials: a list says it then.
 */
export function trialGrid(
  { plot, draw }: Pencil,
  rows: readonly TrialGridRow[],
  id: string,
): Chart | undefined {
  if (rows.every(({ trials }) => trials.length < 2)) return undefined;
  const shown = troubledFirst(rows).slice(0, maxCases);
  const columns = Math.min(maxTrials, Math.max(...shown.map(({ trials }) => trials.length)));
  const step = Math.min(cellHeight, (chartWidth - namesWidth - 12) / columns);
  const cellsFrom = chartWidth - 12 - (columns - 0.5) * step;
  const legend = legendOf(shown);
  const from = Math.ceil(legend.length / 3) * cellHeight + 8;
  const cells = shown.flatMap(({ trials }, row) =>
    trials.slice(0, maxTrials).map((outcome, trial): Cell => {
      return { outcome, x: cellsFrom + trial * step, y: from + (row + 0.5) * cellHeight };
    }),
  );
  const names = shown.map(({ label, trials }, row) => {
    const isCut = trials.length > maxTrials;
    return {
      text: chartLabel(label, Math.floor((cellsFrom - step) / 6.9)),
      y: from + (row + 0.5) * cellHeight,
      isCut,
    };
  });
  const line = { fontSize, fill: colors.text, textAnchor: "start" } as const;
  const size = Math.min(5, step * 0.4);
  const marks = [
    ...outcomes.flatMap((outcome) => {
      const { symbol, color, isFilled } = signs[outcome];
      const drawn = [...legend, ...cells].filter((cell) => cell.outcome === outcome);
      if (drawn.length === 0) return [];
      const paint = isFilled ? { fill: color } : { stroke: color, strokeWidth: 2 };
      return [plot.dot(drawn, { x: "x", y: "y", r: size, symbol, ...paint })];
    }),
    plot.text(legend, {
      ...line,
      x: ({ x }: Cell) => x + 10,
      y: "y",
      text: ({ outcome }: Cell) => outcomeTitle(outcome),
    }),
    plot.text(names, { ...line, x: 0, y: "y", text: "text" }),
    plot.text(
      names.filter(({ isCut }) => isCut),
      { ...line, x: chartWidth - 12, y: "y", text: () => "…" },
    ),
  ];
  const pixels = { type: "identity", axis: null } as const;
  const margins = { marginTop: 0, marginLeft: 0, marginRight: 0, marginBottom: 0 };
  const height = from + shown.length * cellHeight + 4;
  const title = "Trials of each case by outcome";
  const description = shown.map(inWords).join("; ");
  const figure = { ...margins, height, x: pixels, y: pixels, marks };
  return draw(figure, { id, title, description, notes: notesOf(rows) });
}

function troubledFirst(rows: readonly TrialGridRow[]): readonly TrialGridRow[] {
  const isClean = ({ trials }: TrialGridRow): boolean => trials.every((each) => each === "pass");
  return [...rows.filter((row) => !isClean(row)), ...rows.filter(isClean)];
}

/** One sign of each outcome that occurs, three in a line. */
function legendOf(rows: readonly TrialGridRow[]): readonly Cell[] {
  const seen = new Set(rows.flatMap(({ trials }) => trials.slice(0, maxTrials)));
  const kinds = outcomes.filter((outcome) => seen.has(outcome));
  return kinds.map((outcome, index) => {
    return { outcome, x: 8 + (index % 3) * 112, y: (Math.floor(index / 3) + 0.5) * cellHeight };
  });
}

/** `name 3 of 5 passed: fail, pass, pass, fail, pass`. */
function inWords({ label, trials }: TrialGridRow): string {
  const passed = trials.filter((outcome) => outcome === "pass").length;
  const share = `${chartLabel(label, 120)}: ${passed} of ${trials.length} passed`;
  if (passed === trials.length) return share;
  return `${share} (${trials.slice(0, maxTrials).map(outcomeTitle).join(", ")})`;
}

/** What the grid does not hold. */
function notesOf(rows: readonly TrialGridRow[]): readonly string[] {
  const rest = rows.length - maxCases;
  const long = rows.filter(({ trials }) => trials.length > maxTrials).length;
  const order = "those that did not pass in every trial come first";
  return [
    ...(rest > 0 ? [`${count(rest, "more case")} not drawn: ${order}`] : []),
    ...(long > 0 ? [`of ${count(long, "case")} only the first ${maxTrials} trials are drawn`] : []),
  ];
}
