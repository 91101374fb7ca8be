import { type Command, Option } from "commander";
import type { RerunKind } from "../../src/eval/index.ts";
import { collect } from "../collect.ts";
import { positiveInteger, wholeNumber } from "./number-flags.ts";

/** What of the command line selects cases. */
export interface SelectFlags {
  readonly tag?: readonly string[];
  readonly case?: readonly string[];
  readonly filter?: readonly string[];
  readonly limit?: number;
  readonly sample?: number;
  readonly seed?: number;
  readonly rerun?: RerunKind;
  readonly changedSince?: string;
  /** Where runs are, for `--rerun`. */
  readonly reports: string;
}

/** Adds the flags that select cases. */
export function withSelectFlags(command: Command): Command {
  return command
    .option("--tag <tag>", "only cases with this tag, or one of several; !tag: without it", collect)
    .option("--case <glob>", "only cases with such an id, or such a suite/id; repeatable", collect)
    .option(
      "--filter <key=glob>",
      "only where suite, case, target, tag, flow, version, model, context or critical is like this (!= is not); repeatable, all must hold",
      collect,
    )
    .option("--sample <n>", "so many of the cases, picked by --seed", positiveInteger)
    .option("--limit <n>", "at most so many cases, from the first", positiveInteger)
    .option("--seed <n>", "seed of everything random (default: 0)", wholeNumber)
    .addOption(
      new Option(
        "--rerun <kind>",
        "only what failed, or ended in an error, in the last run",
      ).choices(["failed", "errors"]),
    )
    .option(
      "--changed-since <ref>",
      "only suites of which something changed since the merge base with a branch or commit",
    )
    .option("--reports <folder>", "where the folders of runs are", "reports");
}
