import { comparisonMarkdown } from "../comparison-markdown.ts";
import type { ComparisonReporter } from "../comparison-reporter.ts";

/** GitLab takes comments of a million characters; long before that nobody reads on. */
const maxComment = 200_000;

/** A comment for a merge request. Foreign text stands in code spans, where it is nothing but text. */
export const markdown: ComparisonReporter = {
  id: "markdown",
  extension: "md",
  summary: "a comment for a merge request: the verdict, the metrics, and folded details",
  format: ({ comparison }) => `${comparisonMarkdown(comparison, maxComment).join("\n")}\n`,
};
