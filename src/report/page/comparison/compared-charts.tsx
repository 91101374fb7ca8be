import { type ComparedSide, type Comparison, wilsonInterval } from "../../../compare/index.ts";
import {
  type Chart,
  differenceCharts,
  passRateChart,
  type Pencil,
  spreadChart,
  type SpreadRow,
} from "../../charts/index.ts";
import { metricTitle } from "../../comparison/metric-text.ts";
import { sideTitles } from "../../comparison/side-text.ts";
import { seconds } from "../../words.ts";
import { isTimed } from "../data/timed.ts";
import { Figure } from "../sections/charts.tsx";
import type { ComparedSection } from "./compared-view.ts";

/** The differences, and how times and costs are spread on both sides. */
export const comparedCharts: ComparedSection = {
  id: "charts",
  title: "Charts",
  render: ({ comparison, pencil }) => {
    const rows = comparison.metrics.map((result) => ({
      label: metricTitle(result.metric),
      result,
    }));
    const drawn = [
      ...rates(comparison, pencil),
      ...differenceCharts(pencil, rows, "difference"),
      ...spreads(comparison, pencil),
    ];
    if (drawn.length === 0) return undefined;
    return (
      <div class="charts">
        {drawn.map((chart) => (
          <Figure chart={chart} />
        ))}
      </div>
    );
  },
};

type Sided = { readonly side: "a" | "b"; readonly label: string; readonly of: ComparedSide };
type Numbers = Comparison["cases"][number]["a"];

/** Both pass rates over the cases that are decided on both sides. */
function rates(comparison: Comparison, pencil: Pencil): readonly Chart[] {
  const titles = sideTitles(comparison);
  const cases = comparison.cases.filter(({ a, b, leftOut, notCompared = [] }) => {
    const isCompared = leftOut === undefined && !notCompared.includes("pass_rate");
    return isCompared && a.passed !== null && b.passed !== null;
  });
  const rows = (["a", "b"] as const).flatMap((side) => {
    const passed = cases.filter((each) => each[side].passed === true).length;
    const interval = wilsonInterval(passed, cases.length);
    if (interval === undefined) return [];
    return [{ label: titles[side], value: passed / cases.length, ...interval }];
  });
  return [passRateChart(pencil, rows, "rates")].filter((chart) => chart !== undefined);
}

function spreads(comparison: Comparison, pencil: Pencil): readonly Chart[] {
  const titles = sideTitles(comparison);
  const sides: readonly Sided[] = [
    { side: "a", label: titles.a, of: comparison.a },
    { side: "b", label: titles.b, of: comparison.b },
  ];
  const timed = sides.filter(({ of }) => isTimed(of.labels));
  const cases = comparison.cases.filter(({ leftOut }) => leftOut === undefined);
  const rows = (of: readonly Sided[], value: (numbers: Numbers) => number | null): SpreadRow[] => {
    return of.map(({ side, label }) => {
      return { label, values: cases.flatMap((each) => value(each[side]) ?? []) };
    });
  };
  const drawn = [
    spreadChart(
      pencil,
      rows(timed, ({ latencyMs }) => latencyMs),
      {
        id: "spread-latency",
        title: "Latency of the cases (active time)",
        text: seconds,
      },
    ),
    spreadChart(
      pencil,
      rows(timed, ({ firstTokenMs }) => firstTokenMs),
      {
        id: "spread-first-token",
        title: "Time to the first token",
        text: seconds,
      },
    ),
    spreadChart(
      pencil,
      rows(sides, ({ costUsd }) => costUsd || null),
      {
        id: "spread-cost",
        title: "Cost of the cases",
        text: dollars,
      },
    ),
  ];
  return drawn.filter((chart) => chart !== undefined);
}

function dollars(value: number): string {
  return value === 0 ? "$0" : `$${value.toFixed(value < 0.1 ? 4 : 2)}`;
}
