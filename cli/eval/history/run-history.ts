import type { Config } from "../../../src/config/index.ts";
import { printable } from "../../../src/core/text/printable.ts";
import {
  emptyHistory,
  type HistoryBook,
  historyEntries,
  historyFolder,
  readHistory,
  type RequestCounter,
  type RunPlan,
  withHistory,
  writeHistory,
} from "../../../src/eval/index.ts";
import type { RunRecord } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import type { EvalRunFlags } from "../eval-run-flags.ts";

interface HistorySetting {
  readonly flags: Pick<EvalRunFlags, "history" | "quiet">;
  readonly config: Pick<Config, "history">;
  readonly context: CliContext;
}

/** What earlier runs made of the suites of a plan; nothing where no history is wanted. */
export async function openHistory(plan: RunPlan, setting: HistorySetting): Promise<HistoryBook> {
  if (!isWanted(plan, setting)) return emptyHistory;
  const { cwd } = setting.context;
  const suites = plan.suites.map(({ suite }) => suite);
  const book = await readHistory(historyFolder(cwd), suites, cwd);
  say(book.notes, setting);
  return book;
}

/** Holds a finished run against those before it, and adds it to them. */
export async function rememberRun(
  plan: RunPlan,
  record: RunRecord,
  { requests, ...setting }: HistorySetting & { readonly requests: RequestCounter },
): Promise<RunRecord> {
  if (!isWanted(plan, setting)) return record;
  const { cwd, clock } = setting.context;
  const compared = withHistory(plan, record, await openHistory(plan, setting));
  const entries = historyEntries(plan, record, requests);
  say(await writeHistory(historyFolder(cwd), entries, clock.now()), setting);
  return compared;
}

/** A replay says the same each time: it is not compared, and nothing is learned from it. */
function isWanted({ labels }: RunPlan, { flags, config }: HistorySetting): boolean {
  return flags.history !== false && config.history && !labels.includes("replay");
}

function say(notes: readonly string[], { flags, context: { stderr } }: HistorySetting): void {
  if (flags.quiet === true) return;
  for (const note of notes) stderr(`note: ${printable(note)}\n`);
}
