import { jsonDocument } from "../../core/text/json-document.ts";
import type { RunReporter } from "../reporter.ts";
import { summaryOf } from "../summary.ts";

export const json: RunReporter = {
  id: "json",
  extension: "json",
  summary: "the whole summary as one JSON document",
  format: (record) => jsonDocument(summaryOf(record)),
};
