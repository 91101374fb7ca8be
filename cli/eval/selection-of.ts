import { parseFilter, type Selection } from "../../src/eval/index.ts";
import type { SelectFlags } from "./select-flags.ts";

/**
 * The selection that flags make, as far as it concerns single cases.
 *
 * @throws AppError EVAL_SELECTION_INVALID for a filter that cannot be read.
 */
export function selectionOf(flags: SelectFlags): Omit<Selection, "also" | "seed"> {
  for (const filter of flags.filter ?? []) parseFilter(filter);
  const { tag: tags, case: cases, filter: filters, sample, limit } = flags;
  return { tags, cases, filters, sample, limit };
}
