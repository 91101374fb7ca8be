import { percent } from "../words.ts";
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
import type { Chart, Pencil } from "./pencil.ts";
import { markAt } from "./sizes.ts";

/** A pass rate with its interval, and what it is of. */
export interface PassRateRow {
  /** A suite, a target, a system. */
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Pass rates as dots on their 95 % intervals; undefined without any. */
export function passRateChart(
  pencil: Pencil,
  rates: readonly PassRateRow[],
  id: string,
): Chart | undefined {
  if (rates.length === 0) return undefined;
  const { plot, draw } = pencil;
  const rows = rates.map((row) => ({ ...row, says: rateInWords(row) }));
  const shown = placedRows(rows);
  const y = ({ top }: Placed<(typeof rows)[number]>): number => top + markAt;
  const figure = {
    ...rowsFigure(shown),
    x: { domain: [0, 1], label: null },
    marks: [
      rowLines(pencil, shown, { places: shares, stroke: colors.faint, opacity: 0.4 }),
      plot.ruleY(shown, { x1: 0, x2: 1, y, stroke: colors.faint, strokeOpacity: 0.4 }),
      plot.axisX(shares, { tickFormat: percent, tickSize: 0, fontSize: 11 }),
      plot.ruleY(shown, { x1: "low", x2: "high", y, stroke: colors.b, ...band }),
      plot.dot(shown, { x: "value", y, r: 5, fill: colors.b }),
      ...rowWords(pencil, shown),
    ],
  };
  const title = "Pass rates with their 95 % intervals";
  return draw(figure, { id, title, description: describedRows(rows), notes: restNotes(rows) });
}

const shares: readonly number[] = [0, 0.25, 0.5, 0.75, 1];
const band = { strokeWidth: 4, strokeLinecap: "round", strokeOpacity: 0.5 } as const;

function rateInWords({ value, low, high }: PassRateRow): string {
  return `${percent(value)} (${percent(low)} – ${percent(high)})`;
}
