import type { Markish } from "@observablehq/plot";
import { sampleQuantile } from "../../compare/index.ts";
import {
  describedRows,
  type Placed,
  placedRows,
  restNotes,
  rowsFigure,
  rowWords,
} from "./chart-rows.ts";
import { colors } from "./colors.ts";
import type { Chart, Pencil } from "./pencil.ts";
import { chartWidth, frame, rowHeight } from "./sizes.ts";
import { medianInterval, spreadWords } from "./spread-words.ts";

/** What was measured of something, case by case. */
export interface SpreadRow {
  /** A target, a system. */
  readonly label: string;
  /** One value for each case, in the unit of the chart; cases without a value of their own are not in it. */
  readonly values: readonly number[];
}

/** What a distribution is of. */
export interface SpreadKind {
  readonly id: string;
  readonly title: string;
  /** A value in words: `1.2 s`. */
  readonly text: (value: number) => string;
}

interface DrawnSpread extends SpreadRow {
  readonly says: string;
}

/** Up to so many values each is a point; of more, bars say how many there are. */
const maxPoints = 80;
const bins = 40;
/** The height of what is drawn of a row, above its foot. */
const hill = 22;
const plotWidth: number = chartWidth - frame.marginLeft - frame.marginRight;

/** How values are spread over the cases of each row; undefined where nothing was measured. */
export function spreadChart(
  pencil: Pencil,
  spreads: readonly SpreadRow[],
  { id, title, text }: SpreadKind,
): Chart | undefined {
  const rows = spreads
    .filter(({ values }) => values.length > 0)
    .map((row): DrawnSpread => ({ ...row, says: spreadWords(row.values, text) }));
  if (rows.length === 0) return undefined;
  const shown = placedRows(rows);
  const { plot, draw } = pencil;
  const highest = shown.flatMap(({ values }) => values).reduce((a, b) => Math.max(a, b), 0) || 1;
  const marks = [
    plot.gridX({ ticks: 4, stroke: colors.faint, strokeOpacity: 0.2 }),
    plot.axisX({ ticks: 4, tickFormat: text, tickSize: 0, fontSize: 11, label: null }),
    ...shown.flatMap((row) => hillMarks(pencil, row, highest)),
    ...rowWords(pencil, shown),
  ];
  const isPointed = shown.some(({ values }) => values.length <= maxPoints);
  const isBarred = shown.some(({ values }) => values.length > maxPoints);
  return draw(
    { ...rowsFigure(shown), x: { domain: [0, highest], nice: true }, marks },
    {
      id,
      title,
      description: describedRows(
        rows.map((row) => ({ ...row, says: row.says + medianInterval(row.values, text) })),
      ),
      notes: [
        [
          ...(isPointed ? ["each dot is a case"] : []),
          ...(isBarred ? ["the height of a bar is its number of cases"] : []),
          "the line is the median",
        ].join("; "),
        ...restNotes(rows),
      ],
    },
  );
}

/** The values of a row, and the line of its median. */
function hillMarks(
  { plot }: Pencil,
  { values, top }: Placed<DrawnSpread>,
  highest: number,
): readonly Markish[] {
  const foot = top + rowHeight - 4;
  const heap = heaps(values, highest);
  const tallest = Math.max(...heap.map(({ values: { length } }) => length));
  const middle = sampleQuantile(values, 0.5);
  const line = { stroke: colors.text, strokeWidth: 2, y1: foot - hill + 1, y2: foot + 2 };
  if (values.length > maxPoints) {
    const y1 = ({ values: { length } }: Heap): number => foot - (length / tallest) * hill;
    return [
      plot.rect(heap, {
        x1: "from",
        x2: "to",
        y1,
        y2: foot,
        fill: colors.b,
        fillOpacity: 0.6,
        insetLeft: 0.5,
      }),
      plot.ruleX([middle], line),
    ];
  }
  // A heap of equal values must fit its row: its points lie over each other, if there are many.
  const radius = Math.min(3, Math.max(1.8, hill / (2 * tallest)));
  const step = Math.min(2 * radius, (hill - radius) / tallest);
  const points = heap.flatMap((each) => {
    return each.values.map((value, place) => ({ value, y: foot - radius - step * place }));
  });
  return [
    plot.ruleX([middle], line),
    plot.dot(points, { x: "value", y: "y", r: radius, fill: colors.b, fillOpacity: 0.8 }),
  ];
}

/** Values that are drawn above each other. */
interface Heap {
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
}

/** As wide as a dot each, or a little wider where bars are drawn. */
function heaps(values: readonly number[], highest: number): readonly Heap[] {
  const count = values.length > maxPoints ? bins : Math.floor(plotWidth / 6);
  const width = highest / count;
  const found = new Map<number, number[]>();
  for (const value of values.toSorted((a, b) => a - b)) {
    const place = Math.min(count - 1, Math.floor(value / width));
    const heap = found.get(place);
    if (heap === undefined) found.set(place, [value]);
    else heap.push(value);
  }
  return [...found].map(([place, heap]) => {
    return { from: place * width, to: (place + 1) * width, values: heap };
  });
}
