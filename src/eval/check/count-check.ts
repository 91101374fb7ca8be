import type { Check, CheckExample } from "./check.ts";
import type { TrialView } from "./trial-view.ts";

/** What a check needs that compares one number of a trial with an upper bound. */
export interface CountCheckSpec {
  readonly id: string;
  readonly docs: Check["docs"];
  /** What is counted: `reply`, `replies`. */
  readonly unit: readonly [one: string, many: string];
  /** The smallest bound that says something. */
  readonly least: number;
  readonly examples: readonly CheckExample[];
  readonly count: (trial: TrialView) => number;
}

/** A check with an upper bound for something that can be counted. */
export function countCheck({ id, docs, unit, least, examples, count }: CountCheckSpec): Check {
  const counted = (number: number): string => `${number} ${number === 1 ? unit[0] : unit[1]}`;
  return {
    id,
    docs,
    schema: { type: "integer", minimum: least, maximum: 1_000_000 },
    examples,
    refused: [],
    prepare(value) {
      const max = Number(value);
      return {
        type: "decidable",
        assess(trial) {
          const actual = count(trial);
          const pass = actual <= max;
          return {
            pass,
            message: pass
              ? `${counted(actual)} of at most ${max}`
              : `expected at most ${counted(max)}, there were ${actual}`,
          };
        },
      };
    },
  };
}
