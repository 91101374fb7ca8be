import type { Random } from "../../../core/random.ts";
import { mcnemarTest } from "../paired/mcnemar-test.ts";
import { notWorsePassRate } from "../paired/not-worse-pass-rate.ts";
import { pairOutcomes } from "../paired/pair-outcomes.ts";
import type { PairedOutcomes } from "../paired/paired-outcomes.ts";
import { pairedTTest } from "../paired/paired-t-test.ts";
import { signFlipTest } from "../paired/sign-flip-test.ts";

/** How many comparisons to simulate, of how many cases each. */
export interface SimulationSize {
  readonly runs: number;
  readonly cases: number;
  readonly random: Random;
}

/** How many of the comparisons raised an alarm although there was none to raise. */
export interface FalseAlarms {
  readonly mcnemarMidP: number;
  readonly pairedT: number;
  readonly signFlip: number;
  /** Called "not worse by 10 points" although it is worse by exactly 10 points. */
  readonly notWorse: number;
}

const level = 0.05;
const margin = 0.1;

/**
 * Compares a system with itself over and over: each case has a pass rate of its own, both sides try it
 * independently, once (McNemar) or three times (scores). The margin is tested where it is lost exactly.
 */
export function selfComparisons({ runs, cases, random }: SimulationSize): FalseAlarms {
  const alarms = { mcnemarMidP: 0, pairedT: 0, signFlip: 0, notWorse: 0 };
  for (let run = 0; run < runs; run += 1) {
    const rates = Array.from({ length: cases }, () => 0.7 + 0.3 * random.next());
    const once = pairOutcomes(
      rates.map((rate) => ({ a: random.next() < rate, b: random.next() < rate })),
    ).complete;
    if (mcnemarTest(once).twoSided.midP <= level) alarms.mcnemarMidP += 1;
    const differences = rates.map((rate) => passRate(rate, random) - passRate(rate, random));
    const t = pairedTTest(differences);
    if (t && t.twoSided <= level) alarms.pairedT += 1;
    const flips = signFlipTest(differences, { random, flips: 999 });
    if (flips.twoSided <= level) alarms.signFlip += 1;
    const worse = notWorsePassRate(worseByMargin(cases, random), { margin });
    if (worse.verdict === "pass") alarms.notWorse += 1;
  }
  return alarms;
}

function passRate(rate: number, random: Random): number {
  return [0, 0, 0].filter(() => random.next() < rate).length / 3;
}

/** A fifth of the cases differ, three in four of them for A: B is worse by ten points. */
function worseByMargin(cases: number, random: Random): PairedOutcomes {
  const counts = { bothPass: 0, onlyA: 0, onlyB: 0, bothFail: 0 };
  for (let drawn = 0; drawn < cases; drawn += 1) {
    const share = random.next();
    if (share < 0.15) counts.onlyA += 1;
    else if (share < 0.2) counts.onlyB += 1;
    else counts.bothPass += 1;
  }
  return counts;
}
