import { printable } from "../../core/text/printable.ts";
import { caseName } from "../case-name.ts";
import { outcomeTitle, seconds } from "../words.ts";
import type { LiveReporter } from "./live-reporter.ts";
import { createProgressCounter } from "./progress.ts";

/** A line for each case as it is settled: for logs and pipes. */
export function createPlainLive(write: (text: string) => void): LiveReporter {
  const counter = createProgressCounter();
  return {
    onEvent(event) {
      const settled = counter.add(event);
      if (settled === undefined) return;
      const { settled: done, cases } = counter.progress();
      const active = settled.trials.reduce((sum, { activeMs }) => sum + activeMs, 0);
      const passed = settled.trials.filter(({ outcome }) => outcome === "pass").length;
      const share = settled.trials.length === 1 ? "" : ` (${passed}/${settled.trials.length})`;
      const title = outcomeTitle(settled.outcome).padEnd("agent error".length);
      write(`[${done}/${cases}] ${title} ${caseName(settled)}${share} ${seconds(active)}\n`);
    },
    onWait(ms, reason) {
      write(`waiting ${seconds(ms)}: ${printable(reason)}\n`);
    },
    close() {},
  };
}
