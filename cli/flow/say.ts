import { printable } from "../../src/core/text/printable.ts";
import type { CommonFlags } from "../common-options.ts";
import type { CliContext } from "../context.ts";
import { withoutCommands } from "../print-error.ts";

/** Tells the user what they should know about the program's work, unless they want quiet. */
export function sayNotices(
  notices: readonly string[],
  { quiet }: Pick<CommonFlags, "quiet">,
  { stderr }: CliContext,
): void {
  if (quiet === true) return;
  for (const notice of notices) stderr(`note: ${withoutCommands(printable(notice))}\n`);
}
