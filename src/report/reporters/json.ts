import type { RunReporter } from "../reporter.ts";
import { summaryOf } from "../summary.ts";

export const json: RunReporter = {
  id: "json",
  extension: "json",
  summary: "the whole summary as one JSON document",
  format: (record) => `${JSON.stringify(summaryOf(record), undefined, 2)}\n`,
};
