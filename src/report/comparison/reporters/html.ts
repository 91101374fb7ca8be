import type { ComparisonReporter } from "../comparison-reporter.ts";

const about = {
  id: "html",
  extension: "html",
  summary: "a page with both transcripts of every case side by side, in one file",
  needsTranscripts: true,
} as const;

/** Made with packages that take longer to load than most commands to run. */
export const html: ComparisonReporter = {
  ...about,
  async load() {
    const [{ createComparisonPageReporter }, { loadPencil }] = await Promise.all([
      import("../../page/comparison/comparison-page-reporter.ts"),
      import("../../charts/index.ts"),
    ]);
    return createComparisonPageReporter(about, await loadPencil());
  },
  format() {
    throw new TypeError("the reporter must be loaded first");
  },
};
