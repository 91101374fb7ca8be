import { dirname } from "node:path";
import { jsonDocument } from "../../../src/core/text/json-document.ts";
import { printable } from "../../../src/core/text/printable.ts";
import { ensureFolder, writeAtomic } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";
import { type ExitCode, exitCode } from "../../exit-code.ts";
import { findRun } from "../../flow/find-run.ts";
import { type AcceptedFile, acceptedFile } from "./accepted-file.ts";
import type { AcceptBaselineFlags } from "./baseline-flags.ts";
import { changesText } from "./changes-text.ts";
import { sharesOf } from "./shares-of.ts";

/** `flowproof eval baseline accept`: a run in, committed files out. */
export async function acceptBaseline(
  name: string,
  flags: AcceptBaselineFlags,
  context: CliContext,
): Promise<ExitCode> {
  const record = await findRun(name, flags.reports, context);
  // Nothing is written before everything is known to be right.
  const accepted: AcceptedFile[] = [];
  for (const share of sharesOf(record, flags)) {
    accepted.push(await acceptedFile(record, share, { flags, context }));
  }
  for (const { path, text, isNew } of accepted) {
    if (!isNew) continue;
    await ensureFolder(dirname(path));
    await writeAtomic(path, text);
  }
  context.stdout(
    flags.format === "json"
      ? jsonDocument({ schemaVersion: 1, files: accepted.map(fileDocument) })
      : `${accepted.map((each) => changesText(each, flags.verbose === true)).join("\n\n")}\n`,
  );
  for (const { file, isNew } of flags.quiet === true ? [] : accepted) {
    context.stderr(printable(isNew ? `wrote ${file}\n` : `${file} says the same already\n`));
  }
  return exitCode.ok;
}

/** What a file becomes, for machines. */
export function fileDocument({ file, baseline, changes, isNew }: AcceptedFile): object {
  const { run, target, labels } = baseline;
  return { file, run, target, labels, isNew, changes };
}
