import { AppError, AppErrors } from "../src/core/errors/app-error.ts";
import type { ErrorKind } from "../src/core/errors/error-docs.ts";
import { formatPlace } from "../src/core/position.ts";
import { printable } from "../src/core/text/printable.ts";
import { type ExitCode, exitCode } from "./exit-code.ts";

/** The exit code of an expected error. */
export const exitByKind: Readonly<Record<ErrorKind, ExitCode>> = {
  usage: exitCode.usage,
  unavailable: exitCode.unavailable,
  limit: exitCode.limit,
};

export interface PrintErrorOptions {
  readonly verbose: boolean;
  readonly stderr: (text: string) => void;
}

/** The only place that renders an error. Says it on standard error and returns the exit code. */
export function printError(error: unknown, { verbose, stderr }: PrintErrorOptions): ExitCode {
  const known =
    error instanceof AppErrors ? error.errors : error instanceof AppError ? [error] : [];
  const [first] = known;
  if (first === undefined) {
    const text = error instanceof Error ? error.message : String(error);
    stderr(`error[DEFECT]: ${printable(text)}\n`);
    stderr("  hint: This is a defect of flowproof; please report it, with the output of -v.\n");
    if (verbose && error instanceof Error) stderr(`${printable(error.stack ?? "")}\n`);
    return exitCode.defect;
  }
  for (const each of known) stderr(render(each));
  if (known.length > 1) stderr(`${known.length} errors\n`);
  return exitByKind[first.kind];
}

function render({ code, message, place, hint }: AppError): string {
  const where = place === undefined ? "" : `${formatPlace(place)}: `;
  const lines = [`error[${code}]: ${where}${message}`];
  if (hint !== undefined) lines.push(`  hint: ${hint.replaceAll("\n", "\n  ")}`);
  return `${withoutCommands(printable(lines.join("\n")))}\n`;
}

/** Runners of GitHub take a line that begins with `::` as a command, whoever wrote the name in it. */
export function withoutCommands(text: string): string {
  return text.replaceAll(/^([ \t]*):(?=:)/gm, "$1: ");
}
