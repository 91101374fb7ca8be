import { jsonDocument } from "../../../core/text/json-document.ts";
import type { ComparisonReporter } from "../comparison-reporter.ts";

export const json: ComparisonReporter = {
  id: "json",
  extension: "json",
  summary: "the whole comparison as one JSON document",
  format: ({ comparison }) => jsonDocument(comparison),
};
