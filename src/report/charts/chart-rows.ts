import type { Markish, PlotOptions } from "@observablehq/plot";
import { chartLabel } from "./chart-label.ts";
import { colors } from "./colors.ts";
import type { Pencil } from "./pencil.ts";
import { frame, fontSize, maxRows, rowHeight } from "./sizes.ts";

/** A row of a chart: a name, and its numbers in words. */
export interface ChartRow {
  readonly label: string;
  readonly says: string;
}

/** A row with the place of its upper edge, in pixels. */
export type Placed<T> = T & { readonly top: number };

/** The rows that are shown, one below the other. */
export function placedRows<T extends ChartRow>(rows: readonly T[]): readonly Placed<T>[] {
  return rows.slice(0, maxRows).map((row, index) => ({ ...row, top: index * rowHeight }));
}

/** What charts of rows have in common: their size, and a vertical scale that is pixels. */
export function rowsFigure(shown: readonly ChartRow[]): PlotOptions {
  return {
    ...frame,
    height: shown.length * rowHeight + frame.marginBottom,
    y: { type: "identity", axis: null },
  };
}

/** Upright lines at the same places in every row, which leave the words alone. */
export function rowLines(
  { plot }: Pencil,
  shown: readonly Placed<ChartRow>[],
  {
    places,
    stroke,
    opacity,
  }: { readonly places: readonly number[]; readonly stroke: string; readonly opacity: number },
): Markish {
  const lines = shown.flatMap(({ top }) => places.map((x) => ({ x, y1: top + 19, y2: top + 42 })));
  return plot.ruleX(lines, { x: "x", y1: "y1", y2: "y2", stroke, strokeOpacity: opacity });
}

/** The words of each row, its name at the left and its numbers at the right. */
export function rowWords({ plot }: Pencil, shown: readonly Placed<ChartRow>[]): readonly Markish[] {
  const line = { fontSize, fill: colors.text, y: ({ top }: Placed<ChartRow>) => top + 14 };
  return [
    plot.text(shown, {
      ...line,
      frameAnchor: "left",
      dx: -frame.marginLeft,
      fontWeight: 600,
      text: ({ label, says }: ChartRow) => chartLabel(label, room(says)),
    }),
    plot.text(shown, {
      ...line,
      frameAnchor: "right",
      dx: frame.marginRight,
      text: ({ says }: ChartRow) => says,
    }),
  ];
}

/** How many columns the name has: they are up to 7.6 pixels wide, and the numbers must be whole. */
function room(says: string): number {
  return Math.max(10, 42 - says.length);
}

/** The drawn rows as a sentence, for who hears the chart. */
export function describedRows(rows: readonly ChartRow[]): string {
  const told = rows.slice(0, maxRows);
  return told.map(({ label, says }) => `${chartLabel(label, 120)}: ${says}`).join("; ");
}

/** That there are more rows than are drawn, where there are. */
export function restNotes(rows: readonly ChartRow[]): readonly string[] {
  const rest = rows.length - maxRows;
  return rest > 0 ? [`${rest} more are not drawn`] : [];
}
