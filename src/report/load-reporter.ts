import type { RunReporter } from "./reporter.ts";

/** A reporter that can be asked at once: what it is made with is loaded, where that takes time. */
export async function loadReporter(reporter: RunReporter): Promise<RunReporter> {
  return reporter.load === undefined ? reporter : reporter.load();
}
