import type { RunReporter } from "../reporter.ts";

const about = {
  id: "html",
  extension: "html",
  summary: "a page with every transcript, in one file that needs no server and no network",
  needsTranscripts: true,
} as const;

/** Made with packages that take longer to load than most commands to run. */
export const html: RunReporter = {
  ...about,
  async load() {
    const [{ createPageReporter }, { loadPencil }] = await Promise.all([
      import("../page/page-reporter.ts"),
      import("../charts/index.ts"),
    ]);
    return createPageReporter(about, await loadPencil());
  },
  format() {
    throw new TypeError("the reporter must be loaded first");
  },
};
