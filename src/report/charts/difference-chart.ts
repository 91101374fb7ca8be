import type { Markish } from "@observablehq/plot";
import type { ComparisonVerdict, MetricResult } from "../../compare/index.ts";
import { verdictWords } from "../verdict-words.ts";
import {
  describedRows,
  type Placed,
  placedRows,
  restNotes,
  rowLines,
  rowsFigure,
  rowWords,
} from "./chart-rows.ts";
import { colors } from "./colors.ts";
import { differenceAxis, ticksOf, tickText } from "./difference-axis.ts";
import { type DifferenceScale, differenceText, scaleOf } from "./metric-words.ts";
import type { Chart, Pencil } from "./pencil.ts";
import { markAt } from "./sizes.ts";

/** A difference to draw; the metric in the words of the page. */
export interface DifferenceRow {
  readonly label: string;
  readonly result: MetricResult;
}

interface DrawnRow {
  readonly label: string;
  readonly says: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly margin: number | undefined;
  readonly verdict: ComparisonVerdict;
}

const titles: Readonly<Record<DifferenceScale, string>> = {
  share: "Pass rate: difference B − A",
  grade: "Grades: difference B − A",
  ratio: "Time, tokens and cost: ratio B / A",
  calls: "Tool calls: difference B − A",
};
/** Which way is good, beside the arrow of the axis. */
const directions: Readonly<Record<DifferenceScale, string>> = {
  share: "right of 0, B passes more",
  grade: "right of 0, B is graded better",
  ratio: "left of ×1, B takes less",
  calls: "left of 0, B calls less",
};

const verdicts = ["better", "not_worse", "undecided", "worse", "not_comparable"] as const;
const looks: Readonly<Record<ComparisonVerdict, Look>> = {
  better: { color: colors.good, symbol: "triangle" },
  not_worse: { color: colors.good, symbol: "square" },
  undecided: { color: colors.unsure, symbol: "circle" },
  worse: { color: colors.bad, symbol: "times" },
  not_comparable: { color: colors.unsure, symbol: "circle" },
};

interface Look {
  readonly color: string;
  readonly symbol: "triangle" | "square" | "circle" | "times";
}

/** Differences with their intervals, a chart for each scale: what is measured differently has no common axis. */
export function differenceCharts(
  pencil: Pencil,
  rows: readonly DifferenceRow[],
  id: string,
): readonly Chart[] {
  return (["share", "grade", "ratio", "calls"] as const).flatMap((scale) => {
    const drawn = rows.flatMap((row) =>
      scaleOf(row.result) === scale ? (drawnRow(row, scale) ?? []) : [],
    );
    return drawn.length === 0
      ? []
      : [differenceChart(pencil, drawn, { scale, id: `${id}-${scale}` })];
  });
}

function drawnRow({ label, result }: DifferenceRow, scale: DifferenceScale): DrawnRow | undefined {
  const value = scale === "ratio" ? result.ratio : result.difference;
  if (value === undefined || value === null) return undefined;
  const { low, high, margin, verdict } = result;
  const text = (bound: number): string => differenceText(bound, scale).replace(" points", "");
  const interval = low === null || high === null ? "no interval" : `${text(low)} … ${text(high)}`;
  return {
    label,
    says: `${differenceText(value, scale)} (${interval})`,
    value,
    low: low ?? undefined,
    high: high ?? undefined,
    // A loss of a share or a grade is to the left of zero; a ratio is itself the place.
    margin: margin === undefined || scale === "ratio" ? margin : -margin,
    verdict,
  };
}

function differenceChart(
  pencil: Pencil,
  rows: readonly DrawnRow[],
  { scale, id }: { readonly scale: DifferenceScale; readonly id: string },
): Chart {
  const shown = placedRows(rows);
  const x = differenceAxis(rows, scale);
  const { plot } = pencil;
  const ticks = { ticks: ticksOf(x, scale), tickFormat: tickText(scale), tickSize: 4 };
  const marks = [
    rowLines(pencil, shown, {
      places: [scale === "ratio" ? 1 : 0],
      stroke: colors.text,
      opacity: 0.7,
    }),
    plot.axisX({ ...ticks, fontSize: 11, label: null }),
    ...intervals(pencil, shown),
    ...rowWords(pencil, shown),
  ];
  const described = rows.map((row) => ({ ...row, says: fullWords(row, scale) }));
  const isBounded = rows.some(({ margin }) => margin !== undefined);
  const dashed = isBounded ? ["dashed: the margin, up to which a loss is put up with"] : [];
  return pencil.draw(
    { ...rowsFigure(shown), x, marks },
    {
      id,
      title: titles[scale],
      description: describedRows(described),
      notes: [directions[scale], ...dashed, ...restNotes(rows)],
    },
  );
}

/** The margin, the interval and the value of each row; a sign for each verdict, by color and by shape. */
function intervals({ plot }: Pencil, shown: readonly Placed<DrawnRow>[]): readonly Markish[] {
  const y = ({ top }: Placed<DrawnRow>): number => top + markAt;
  const margins = shown.filter(({ margin }) => margin !== undefined);
  const height = {
    y1: (row: Placed<DrawnRow>) => y(row) - 9,
    y2: (row: Placed<DrawnRow>) => y(row) + 10,
  };
  const dashes = { stroke: colors.bad, strokeWidth: 2, strokeDasharray: "4 3" };
  const line = { strokeWidth: 4, strokeOpacity: 0.5, strokeLinecap: "round" } as const;
  return [
    ...(margins.length === 0 ? [] : [plot.ruleX(margins, { x: "margin", ...height, ...dashes })]),
    ...verdicts.flatMap((verdict) => {
      const rows = shown.filter((row) => row.verdict === verdict);
      const bounded = rows.filter(({ low, high }) => low !== undefined && high !== undefined);
      const { color, symbol } = looks[verdict];
      const paint = symbol === "times" ? { stroke: color, strokeWidth: 3 } : { fill: color };
      return [
        ...(bounded.length === 0
          ? []
          : [plot.ruleY(bounded, { x1: "low", x2: "high", y, stroke: color, ...line })]),
        ...(rows.length === 0 ? [] : [plot.dot(rows, { x: "value", y, r: 5.5, symbol, ...paint })]),
      ];
    }),
  ];
}

function fullWords({ says, verdict, margin }: DrawnRow, scale: DifferenceScale): string {
  const bound = margin === undefined ? "" : `, margin ${differenceText(margin, scale)}`;
  return `${says}, ${verdictWords[verdict]}${bound}`;
}
