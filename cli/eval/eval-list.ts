import { loadConfig } from "../../src/config/index.ts";
import { jsonDocument } from "../../src/core/text/json-document.ts";
import { printable } from "../../src/core/text/printable.ts";
import { allPairs, selectPairs } from "../../src/eval/index.ts";
import type { CliContext } from "../context.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import type { EvalListFlags } from "./eval-list-flags.ts";
import { listText } from "./list-text.ts";
import { listing } from "./listing.ts";
import { selectedSuites } from "./selected-suites.ts";
import { selectionOf } from "./selection-of.ts";

/** `flowproof eval list`: what a run with the same flags would run, without a model. */
export async function evalList(
  paths: readonly string[],
  flags: EvalListFlags,
  context: CliContext,
): Promise<ExitCode> {
  const selection = selectionOf(flags);
  const config = await loadConfig(context.cwd, context.files);
  const { suites, rerun, changed } = await selectedSuites(paths, { flags, config, context });
  const { seed } = flags;
  const pairs = selectPairs(allPairs(suites), { ...selection, seed, also: rerun });
  if (changed !== undefined && flags.quiet !== true) {
    for (const note of [changed.summary, ...changed.reasons]) {
      context.stderr(`note: ${printable(note)}\n`);
    }
  }
  const list = listing(pairs);
  context.stdout(flags.format === "json" ? jsonDocument({ ...list }) : listText(list));
  return exitCode.ok;
}
