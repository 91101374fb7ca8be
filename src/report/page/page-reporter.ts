import type { Pencil } from "../charts/index.ts";
import type { ReportInput } from "../report-input.ts";
import type { RunReporter } from "../reporter.ts";
import { pageParts } from "./page-parts.tsx";

/** The reporter of the page, with what draws its charts. */
export function createPageReporter(
  about: Pick<RunReporter, "id" | "extension" | "summary" | "needsTranscripts">,
  pencil: Pencil,
): RunReporter {
  const page = (input: ReportInput): string => [...pageParts(input, pencil)].join("");
  return {
    ...about,
    format: (record, { transcripts = { transcripts: [], omitted: [] } }) => {
      return page({ runs: [{ record, ...transcripts }] });
    },
    formatRuns: page,
  };
}
