import { InvalidArgumentError } from "commander";
import type { ErrorLimit } from "../../../src/eval/index.ts";

/** Reads a number of trials (`5`), or a share of those that are planned (`10%`, `0.1`). */
export function readErrorLimit(text: string): ErrorLimit {
  if (/^\d{1,9}$/.test(text)) return { trials: Number(text) };
  const [, percent] = /^(\d{1,3}(?:\.\d{1,3})?)%$/.exec(text) ?? [];
  const share = percent === undefined ? shareOf(text) : Number(percent) / 100;
  if (share === undefined || share > 1) {
    throw new InvalidArgumentError("It must be a number of trials, or a share: 5, 10% or 0.1.");
  }
  return { share };
}

function shareOf(text: string): number | undefined {
  return /^0\.\d{1,6}$/.test(text) ? Number(text) : undefined;
}
