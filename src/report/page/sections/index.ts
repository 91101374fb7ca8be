import { charts } from "./charts.tsx";
import { coverage } from "./coverage.tsx";
import { firstCases } from "./first-cases.tsx";
import { gates } from "./gates.tsx";
import { notes } from "./notes.tsx";
import { reliability } from "./reliability.tsx";
import type { RunSection } from "./run-section.ts";
import { suites } from "./suites.tsx";

export type { RunSection, RunView } from "./run-section.ts";

/** The parts of the page about one run between its first numbers and its cases, in this order. */
export const runSections: readonly RunSection[] = [
  gates,
  firstCases,
  suites,
  charts,
  reliability,
  coverage,
  notes,
];
