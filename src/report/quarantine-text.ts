import { foldWhitespace } from "../core/text/fold-whitespace.ts";
import { printable } from "../core/text/printable.ts";
import type { Quarantine } from "../record/index.ts";

/** `quarantined until 2026-01-31: see issue 12`, in one line and safe to print. */
export function quarantineText({ reason, until }: Quarantine): string {
  const end = until === undefined ? "" : ` until ${printable(until)}`;
  return `quarantined${end}: ${printable(foldWhitespace(reason))}`;
}
