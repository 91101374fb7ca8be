import { type Command, Option } from "commander";
import { collect } from "../collect.ts";
import type { CommandDefinition } from "../command-definition.ts";
import type { CompareFlags } from "./compare-flags.ts";
import { withPairwiseFlags } from "./pairwise/pairwise-flags.ts";

/** Known here, so that help need not load the reporters; a test compares them. */
export const compareFormats: readonly string[] = ["pretty", "json", "markdown", "html"];
/** Known here, so that help need not load the statistics; a test compares them. */
export const allowedObstacles: readonly string[] = [
  "changed",
  "kind",
  "served_model",
  "judge",
  "trials",
];

/** What commander hands over. */
type Given = readonly [a: string, b: string, flags: unknown, self: Command];

/** Describes comparing on a command, and what it does. */
export const defineCompare: CommandDefinition = (command, run, context) => {
  command
    .description(
      "say whether B is better or worse than A over the same cases; exit 0 the quality is not worse or every gate passed, 1 worse or a gate failed, 2 used wrongly, 3 cannot tell",
    )
    .argument(
      "<a>",
      "what was: a run's id, its folder, latest, or a baseline file; each with #target where a run has several",
    )
    .argument("<b>", "what is held against it, named like <a>")
    .option(
      "--gate <metric.rule=bound>",
      "decide by this instead of by the gates of B's suites: pass_rate.not_worse_than=0.05, latency.ratio_at_most=1.2; may be repeated",
      collect,
    )
    .addOption(
      new Option(
        "--allow <obstacle>",
        `compare in spite of it: ${allowedObstacles.join(", ")}; may be repeated`,
      ).argParser(collect),
    )
    .option("--strict", "exit 3 where the cases leave it undecided")
    .addOption(
      new Option("--format <format>", "what goes to standard output")
        .choices(compareFormats)
        .default("pretty"),
    )
    .option(
      "-o, --output <file>",
      "write a report, by extension (.html .json .md .txt) or format=file; may be repeated",
      collect,
    )
    .option("--reports <folder>", "where runs are", "reports");
  withPairwiseFlags(command).action((...[a, b, , self]: Given) =>
    run(async () => {
      const { compare } = await import("./compare.ts");
      return compare({ a, b }, self.optsWithGlobals<CompareFlags>(), context);
    }),
  );
};
