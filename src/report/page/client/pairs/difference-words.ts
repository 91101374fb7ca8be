import type { StepDifference } from "../../../alignment/alignment.ts";

/** How two steps differ, in words; the titles are those of the systems. */
export function differenceWords(
  difference: StepDifference,
  { a, b }: { readonly a: string; readonly b: string },
): string {
  return words[difference].replace("{a}", () => a).replace("{b}", () => b);
}

const words: Readonly<Record<StepDifference, string>> = {
  tool: "something else is done",
  args: "the same tool, other arguments",
  result: "the same call, another result",
  text: "other words",
  only_a: "only {a} does this",
  only_b: "only {b} does this",
  ended_a: "{a} had ended",
  ended_b: "{b} had ended",
};
