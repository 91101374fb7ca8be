import { type Command, Option } from "commander";
import { collect } from "../collect.ts";

/** Known here, so that help need not load the reporters; a test compares them. A page goes to a file. */
export const runFormats: readonly string[] = [
  "pretty",
  "json",
  "markdown",
  "csv",
  "openmetrics",
  "junit",
];

/** `--format`, of what reports runs. */
export function runFormatOption(help = "what goes to standard output"): Option {
  return new Option("--format <format>", help).choices(runFormats);
}

/** `-o`, of what reports runs. */
export function withRunOutputs(command: Command): Command {
  return command.option(
    "-o, --output <file>",
    "write a report, by its name (.html .md .xml .json .csv .txt, metrics.txt) or format=file; may be repeated",
    collect,
  );
}
