import { type Command, InvalidArgumentError, Option } from "commander";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { type JudgeModelFlags, withJudgeModelFlags } from "../../eval/judge-flags.ts";
import type { LimitFlags } from "../../eval/limits/limit-flags.ts";
import { readDuration } from "../../eval/limits/read-duration.ts";
import { readErrorLimit } from "../../eval/limits/read-error-limit.ts";
import { readUsd } from "../../eval/limits/read-usd.ts";

/** What of the command line of `compare` is about judging pairs of answers. */
export interface PairwiseFlags extends JudgeModelFlags, Omit<LimitFlags, "curtail"> {
  readonly pairwise?: boolean;
  readonly seed?: number;
}

/** Adds the flags of judging pairs of answers. */
export function withPairwiseFlags(command: Command): Command {
  const judging = withJudgeModelFlags(
    command.option(
      "--pairwise",
      "have a judge hold the answers of both against each other: blind, in both orders, then without style",
    ),
    {
      judge: new Option(
        "--judge-model <provider/name>",
        "the judge's model, one only (also VALIDATION_MODEL)",
      ),
      asked: "judgments",
    },
  );
  return judging
    .option("--seed <n>", "decides for each case which order is asked first (default: 0)", readSeed)
    .option("--max-cost <usd>", "ask for no judgment that could make the judge cost more", readUsd)
    .option("--max-time <duration>", "ask for no judgment after 90s, 10m, 1h", readDuration)
    .option(
      "--max-errors <n|share>",
      "stop when more judgments than 5, or 10% of those needed, failed",
      readErrorLimit,
    )
    .option("--prices <file>", "prices of models besides those of flowproof.yml");
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d{1,15}$/u.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return seed;
}

/** Flags that say nothing unless answers are judged. */
const needing = [
  ["judgeModel", "--judge-model"],
  ["validationModel", "--validation-model"],
  ["script", "--script"],
  ["seed", "--seed"],
  ["maxCost", "--max-cost"],
  ["maxTime", "--max-time"],
  ["maxErrors", "--max-errors"],
  ["prices", "--prices"],
  ["concurrency", "--concurrency"],
] as const;

/**
 * Refuses what would be passed over without a word.
 *
 * @throws AppError CLI_USAGE
 */
export function checkPairwiseFlags(flags: PairwiseFlags): void {
  if (flags.pairwise === true) return;
  const given = needing.find(([key]) => flags[key] !== undefined);
  if (given === undefined) return;
  const message = `${given[1]} says how answers are judged, and nobody judges them`;
  throw new AppError("CLI_USAGE", message, { hint: "add --pairwise" });
}
