import { type Command, Option } from "commander";
import { type ModelFlags, withModelFlags } from "./model-flags.ts";
import { positiveInteger } from "./number-flags.ts";

/** Who judges, as a command line says that asks no agent. */
export interface JudgeFlags extends ModelFlags {
  readonly judgeModel?: string;
  readonly validationModel?: string;
  readonly script?: string;
  readonly baseUrl?: string;
  readonly concurrency?: number;
  /** Where runs are. */
  readonly reports: string;
}

/** The flag that names a judge, or a panel. */
export function judgeModelOption(): Option {
  return new Option(
    "--judge-model <provider/name>",
    "the judge's model (also VALIDATION_MODEL); a panel: repeated, or with commas",
  ).argParser((name: string, names: string | undefined) =>
    names === undefined ? name : `${names},${name}`,
  );
}

/** Adds the flags of a command that asks judges and no agent. */
export function withJudgeFlags(command: Command): Command {
  return withModelFlags(
    command
      .addOption(judgeModelOption())
      .addOption(new Option("--validation-model <provider/name>", "the same as --judge-model"))
      .option("--script <file>", "let this script judge, whatever else is said")
      .option(
        "--base-url <url>",
        "the endpoint of the models (also ANTHROPIC_BASE_URL, OPENAI_BASE_URL)",
      )
      .option("-j, --concurrency <n>", "transcripts at a time (default: 8)", positiveInteger)
      .option("--reports <folder>", "where the folders of runs are", "reports"),
  );
}
