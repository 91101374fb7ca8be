import { comparedCharts } from "./compared-charts.tsx";
import type { ComparedSection } from "./compared-view.ts";
import { flips } from "./flips.tsx";
import { gates } from "./gates.tsx";
import { metrics } from "./metrics.tsx";
import { notCompared } from "./not-compared.tsx";
import { preference } from "./preference.tsx";
import { tags } from "./tags.tsx";

/** The parts of the page about two systems between their names and their cases, in this order. */
export const comparedSections: readonly ComparedSection[] = [
  metrics,
  gates,
  comparedCharts,
  flips,
  tags,
  preference,
  notCompared,
];
