import type { VNode } from "preact";
import type { ComparisonVerdict } from "../../../compare/index.ts";
import { verdictWords } from "../../verdict-words.ts";

/** The first word or two of what a verdict says; the rest stands beside it. */
export const shortVerdicts: Readonly<Record<ComparisonVerdict, string>> = {
  ...verdictWords,
  not_worse: "not worse",
};

const signs: Readonly<Record<ComparisonVerdict, string>> = {
  better: "▲",
  worse: "✕",
  not_worse: "■",
  undecided: "●",
  not_comparable: "–",
};

/** A verdict on B in a word, a color and the sign that charts have for it. */
export function VerdictBadge({ verdict }: { readonly verdict: ComparisonVerdict }): VNode {
  return (
    <span class={`verdict-badge is-${verdict}`}>
      <span aria-hidden="true">{signs[verdict]}</span> {shortVerdicts[verdict]}
    </span>
  );
}
