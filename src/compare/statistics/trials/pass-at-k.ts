import type { PassCount } from "../pass-count.ts";
import { passHatK } from "./pass-hat-k.ts";

/**
 * pass@k of one case: the chance that at least one of k trials passes, 1 - C(n - c, k)/C(n, k) with c of n
 * trials passed, without bias, in [0, 1]. M. Chen and others, "Evaluating Large Language Models Trained
 * on Code" (2021), arXiv:2107.03374. Undefined where there are fewer than k trials. Over cases take the mean.
 */
export function passAtK(trials: PassCount, k: number): number | undefined {
  const { passed, total } = trials;
  const allFail = passHatK({ passed: total - passed, total }, k);
  return allFail === undefined ? undefined : 1 - allFail;
}
