export type { LiveReporter } from "./live-reporter.ts";
export { createPlainLive } from "./plain-live.ts";
export { createTerminalLive, type TerminalLiveOptions } from "./terminal-live.ts";
