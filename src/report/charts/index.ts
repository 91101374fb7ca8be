export { type DifferenceRow, differenceCharts } from "./difference-chart.ts";
export { loadPencil } from "./load-pencil.ts";
export { type PassRateRow, passRateChart } from "./pass-rate-chart.ts";
export type { Chart, Pencil } from "./pencil.ts";
export { spreadsOf, type Spreads } from "./spread-rows.ts";
export { spreadChart, type SpreadKind, type SpreadRow } from "./spread-chart.ts";
export { trialGrid, type TrialGridRow } from "./trial-grid.ts";
