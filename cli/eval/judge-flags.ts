import { type Command, Option } from "commander";
import { type ModelFlags, withModelFlags } from "./model-flags.ts";
import { positiveInteger } from "./number-flags.ts";

/** Who judges, and how it is asked. */
export interface JudgeModelFlags extends ModelFlags {
  readonly judgeModel?: string;
  readonly validationModel?: string;
  readonly script?: string;
  readonly baseUrl?: string;
  readonly concurrency?: number;
}

/** Who judges, as a command line says that asks no agent. */
export interface JudgeFlags extends JudgeModelFlags {
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
  const judge = judgeModelOption();
  return withJudgeModelFlags(command, { judge, asked: "transcripts" }).option(
    "--reports <folder>",
    "where the folders of runs are",
    "reports",
  );
}

/** Which flag names the judge, and what is asked for or about, in the plural. */
interface JudgeFlagWords {
  readonly judge: Option;
  readonly asked: string;
}

/** Adds those that say who judges and how it is asked. */
export function withJudgeModelFlags(command: Command, { judge, asked }: JudgeFlagWords): Command {
  return withModelFlags(
    command
      .addOption(judge)
      .addOption(new Option("--validation-model <provider/name>", "the same as --judge-model"))
      .option("--script <file>", "let this script judge, whatever else is said")
      .option(
        "--base-url <url>",
        "the endpoint of the models (also ANTHROPIC_BASE_URL, OPENAI_BASE_URL)",
      )
      .option("-j, --concurrency <n>", `${asked} at a time (default: 8)`, positiveInteger),
  );
}
