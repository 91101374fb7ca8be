import type { VNode } from "preact";
import type { PairChange } from "../../comparison/pair-data.ts";

/** What became of a case, in a word and a color. */
export function ChangeWord({ change }: { readonly change: PairChange }): VNode {
  return <span class={`change-word is-${change.replace(" ", "-")}`}>{change}</span>;
}
