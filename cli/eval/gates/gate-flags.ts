import type { Command } from "commander";
import { collect } from "../../collect.ts";

/** What of the command line demands something of results. */
export interface GateFlags {
  /** As `metric.rule=bound`. */
  readonly gate?: readonly string[];
  /** A file. */
  readonly baseline?: string;
  readonly strict?: boolean;
}

/** Adds the flags that demand something of results. */
export function withGateFlags(command: Command): Command {
  return command
    .option(
      "--gate <metric.rule=bound>",
      "demand this of every suite, besides its own gates or instead of the same one; may be repeated",
      collect,
    )
    .option(
      "--baseline <file>",
      "hold gates against this file; default: <suite>.baseline.json beside the suite",
    )
    .option("--strict", "exit 3 where gates are undecided, also for want of cases");
}
