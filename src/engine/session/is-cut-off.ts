import type { StopReason } from "../../model/index.ts";

/** Whether a reply ended because it had no tokens left, in the words of any provider. */
export function isCutOff(stopReason: StopReason): boolean {
  return stopReason === "max_tokens" || stopReason === "length";
}
