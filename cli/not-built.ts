import process from "node:process";
import { AppError } from "../src/core/errors/app-error.ts";
import { printError } from "./print-error.ts";

/** The answer of a program that GitLab's documentation names and that does not exist here yet. */
export function notBuilt(name: string): void {
  const error = new AppError("CLI_NOT_BUILT", `${name} is not built yet`, {
    hint: "see `flowproof --help` for what is.",
  });
  process.exitCode = printError(error, {
    verbose: false,
    stderr: (text) => void process.stderr.write(text),
  });
}
