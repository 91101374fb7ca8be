import type { VNode } from "preact";
import type { Gate } from "../../../record/index.ts";

/** What a gate came to, in a word and a color. */
export function GateBadge({ gate }: { readonly gate: Gate }): VNode {
  return <span class={`gate gate-${gate}`}>{words[gate]}</span>;
}

const words: Readonly<Record<Gate, string>> = {
  pass: "passed",
  fail: "failed",
  undecided: "undecided",
};
