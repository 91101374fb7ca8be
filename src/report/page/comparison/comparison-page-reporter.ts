import type { Pencil } from "../../charts/index.ts";
import type { ComparisonReporter } from "../../comparison/comparison-reporter.ts";
import { comparisonParts } from "./comparison-parts.tsx";

/** The reporter of the page of a comparison, with what draws its charts. */
export function createComparisonPageReporter(
  about: Pick<ComparisonReporter, "id" | "extension" | "summary" | "needsTranscripts">,
  pencil: Pencil,
): ComparisonReporter {
  return { ...about, format: (input) => [...comparisonParts(input, pencil)].join("") };
}
