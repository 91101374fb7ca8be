import { sha256Hex } from "../../../platform/index.ts";
import type { CaseLane } from "./case-lane.ts";

/**
 * Which of the targets of a case goes first in each of its trials: no target gets ahead of another, and they
 * take turns, so that none always finds the provider before its rush. Where the turns begin depends on the seed
 * and the case.
 */
export class TrialOrder {
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Those of the lanes of one case that have a trial to start, the next one first. */
  inTurn(lanes: readonly CaseLane[]): readonly CaseLane[] {
    const [first] = lanes;
    if (first === undefined) return [];
    const start = lanes.length === 1 ? 0 : this.start(first);
    return lanes
      .flatMap((lane, position) => {
        const { next } = lane;
        if (next === undefined) return [];
        const place = (position - ((start + next) % lanes.length) + lanes.length) % lanes.length;
        return [{ lane, next, place }];
      })
      .toSorted((a, b) => a.next - b.next || a.place - b.place)
      .map(({ lane }) => lane);
  }

  private start({ work: { planned } }: CaseLane): number {
    const hash = sha256Hex(JSON.stringify([this.seed, planned.suite, planned.case]));
    return Number.parseInt(hash.slice(0, 8), 16);
  }
}
