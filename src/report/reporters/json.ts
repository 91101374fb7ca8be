import type { RunReporter } from "../reporter.ts";
import { summaryParts } from "../summary.ts";

export const json: RunReporter = {
  id: "json",
  extension: "json",
  summary: "the whole summary as one JSON document",
  format: (record) => [...summaryParts(record)].join(""),
  parts: summaryParts,
  formatRuns({ runs }) {
    const summaries = runs.map(({ record }) => [...summaryParts(record)].join("").trimEnd());
    return `{\n"schemaVersion": 1,\n"runs": [\n${summaries.join(",\n")}\n]\n}\n`;
  },
};
