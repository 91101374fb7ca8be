import { printable } from "../../core/text/printable.ts";
import { caseName } from "../case-name.ts";
import { outcomeTitle, seconds } from "../words.ts";
import type { LiveReporter } from "./live-reporter.ts";
import { createProgressCounter } from "./progress.ts";

/**
 * A line for each case as it is settled: for logs and pipes. After a write, what is settled until `later`
 * does its work is one write.
 */
export function createPlainLive(
  write: (text: string) => void,
  later: (work: () => void) => void = (work) => work(),
): LiveReporter {
  const counter = createProgressCounter();
  let isTimed = true;
  let lines = "";
  let isPausing = false;
  function flush(): void {
    if (lines === "") return;
    const text = lines;
    lines = "";
    isPausing = true;
    write(text);
    later(() => {
      isPausing = false;
      flush();
    });
  }
  function say(line: string): void {
    lines += line;
    if (!isPausing) flush();
  }
  return {
    onEvent(event) {
      if (event.type === "run_started") isTimed = !event.labels.includes("replay");
      const settled = counter.add(event);
      if (settled === undefined) return;
      const { settled: done, cases } = counter.progress();
      const active = settled.trials.reduce((sum, { activeMs }) => sum + activeMs, 0);
      const passed = settled.trials.filter(({ outcome }) => outcome === "pass").length;
      const share = settled.trials.length === 1 ? "" : ` (${passed}/${settled.trials.length})`;
      const title = outcomeTitle(settled.outcome).padEnd("agent error".length);
      say(
        `[${done}/${cases}] ${title} ${caseName(settled)}${share}${isTimed ? ` ${seconds(active)}` : ""}\n`,
      );
    },
    onEarlier(event) {
      if (event.type === "run_started") isTimed = !event.labels.includes("replay");
      counter.add(event);
    },
    onWait(ms, reason) {
      say(`waiting ${seconds(ms)}: ${printable(reason)}\n`);
    },
    close() {
      if (lines !== "") write(lines);
      lines = "";
    },
  };
}
