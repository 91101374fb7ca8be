import { type Command, Option } from "commander";
import type { ErrorLimit } from "../../../src/eval/index.ts";
import { readDuration } from "./read-duration.ts";
import { readErrorLimit } from "./read-error-limit.ts";
import { readUsd } from "./read-usd.ts";

/** What of the command line bounds a run. */
export interface LimitFlags {
  /** US dollars. */
  readonly maxCost?: number;
  /** Milliseconds. */
  readonly maxTime?: number;
  readonly maxErrors?: ErrorLimit;
  /** One of {@link curtailments}; `case` when left out. */
  readonly curtail?: string;
  /** A file. */
  readonly prices?: string;
}

const curtailments = ["case", "gate", "off"] as const;

/** Adds the flags that bound a run. */
export function withLimitFlags(command: Command): Command {
  return command
    .option(
      "--max-cost <usd>",
      "start no trial that could make the run cost more, agent and judge together",
      readUsd,
    )
    .option(
      "--max-time <duration>",
      "start no trial after 90s, 10m, 1h; those under way have 30 s more",
      readDuration,
    )
    .option(
      "--max-errors <n|share>",
      "stop when more trials than 5, or 10% of the planned ones, ended in infra_error or judge_error",
      readErrorLimit,
    )
    .addOption(
      new Option(
        "--curtail <what>",
        "leave out what can change nothing: other trials of a settled case, or all once the gate has failed (default: case)",
      ).choices(curtailments),
    )
    .option(
      "--prices <file>",
      "prices of models besides those of flowproof.yml, which it overrides",
    );
}
