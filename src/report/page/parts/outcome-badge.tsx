import type { VNode } from "preact";
import { outcomeTitle } from "../../words.ts";
import type { RowOutcome } from "../data/page-data.ts";

/** An outcome in a word and a color. */
export function OutcomeBadge({ outcome }: { readonly outcome: RowOutcome }): VNode {
  const title = outcome === "unfinished" ? "unfinished" : outcomeTitle(outcome);
  return <span class={`badge is-${outcome}`}>{title}</span>;
}
