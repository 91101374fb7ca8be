import { printable } from "../../core/text/printable.ts";
import { createPaint } from "../../format/index.ts";
import { failureLine } from "../failure-text.ts";
import { compact, cost, count, seconds } from "../words.ts";
import type { LiveReporter } from "./live-reporter.ts";
import { createProgressCounter } from "./progress.ts";

export interface TerminalLiveOptions {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Width of the terminal; the status line is kept on one row. */
  readonly columns: number;
}

const eraseLine = "\r\u{1b}[2K";

/** One line that is written over and over, with failures above it as they happen. */
export function createTerminalLive({ write, color, columns }: TerminalLiveOptions): LiveReporter {
  const paint = createPaint(color);
  const counter = createProgressCounter();
  let waiting = "";
  function draw(): void {
    const { cases, settled, failed, running, inputTokens, outputTokens, costUsd } =
      counter.progress();
    const parts = [
      `${settled}/${count(cases, "case")}`,
      `${failed} not passed`,
      `${running} running`,
      `${compact(inputTokens + outputTokens)} tokens`,
      cost(costUsd),
      ...(waiting === "" ? [] : [waiting]),
    ];
    const line = parts.join(" · ");
    write(eraseLine + paint("dim", line.length < columns ? line : line.slice(0, columns - 1)));
  }
  return {
    onEvent(event) {
      const settled = counter.add(event);
      if (event.type === "model_called") waiting = "";
      if (settled !== undefined && settled.outcome !== "pass") {
        write(`${eraseLine}${failureLine(settled, paint)}\n`);
      }
      if (event.type === "trial_started" || event.type === "trial_finished") draw();
    },
    onEarlier: (event) => void counter.add(event),
    onWait(ms, reason) {
      waiting = `waiting ${seconds(ms)}: ${printable(reason)}`;
      draw();
    },
    close() {
      write(eraseLine);
    },
  };
}
