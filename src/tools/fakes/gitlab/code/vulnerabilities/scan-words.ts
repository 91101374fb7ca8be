import { didYouMean } from "../../../../../core/text/suggest.ts";
import type { SeedBlock } from "../../core/seed-block.ts";

export const states = ["DETECTED", "CONFIRMED", "DISMISSED", "RESOLVED"] as const;

export const dismissalReasons = [
  "ACCEPTABLE_RISK",
  "FALSE_POSITIVE",
  "MITIGATING_CONTROL",
  "USED_IN_TESTS",
  "NOT_APPLICABLE",
] as const;

/** One of GitLab's words in a seed, in any case; the first of them where there is none. */
export function seedWord(block: SeedBlock, key: string, words: readonly string[]): string {
  const given = block.optionalText(key);
  if (given === undefined) return words[0] ?? "";
  const word = given.toUpperCase();
  if (!words.includes(word)) {
    const hint = didYouMean(word, words);
    block.problem(key, `"${given}" is not a ${key.replaceAll("_", " ")}`, hint);
  }
  return word;
}
