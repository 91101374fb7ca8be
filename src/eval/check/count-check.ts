import type { CheckSetting } from "./check-setting.ts";
import type { Check, CheckExample } from "./check.ts";
import type { TrialView } from "./trial-view.ts";

/** What a check needs that compares one number of a trial with an upper bound. */
export interface CountCheckSpec {
  readonly id: string;
  readonly needs?: Check["needs"];
  readonly docs: Check["docs"];
  /** What is counted: `reply`, `replies`. */
  readonly unit: readonly [one: string, many: string];
  /** The smallest bound that says something. */
  readonly least: number;
  readonly examples: readonly CheckExample[];
  readonly count: (trial: TrialView) => number;
  /** The most that there can be in a place; without limit where it is left out. */
  readonly most?: (setting: CheckSetting) => number;
  /** What is shown of the trial where the bound is broken. */
  readonly details?: (trial: TrialView) => string;
}

/** A check with an upper bound for something that can be counted. */
export function countCheck(spec: CountCheckSpec): Check {
  const { id, needs, docs, unit, least, examples, count, most, details } = spec;
  const counted = (number: number): string => `${number} ${number === 1 ? unit[0] : unit[1]}`;
  return {
    id,
    ...(needs !== undefined && { needs }),
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
          if (actual <= max) return { pass: true, message: `${counted(actual)} of at most ${max}` };
          const message = `expected at most ${counted(max)}, there were ${actual}`;
          return {
            pass: false,
            message,
            ...(details === undefined ? {} : { details: details(trial) }),
          };
        },
      };
    },
    problems(value, setting) {
      const bound = most?.(setting) ?? Number.POSITIVE_INFINITY;
      if (Number(value) < bound) return [];
      const message = `there ${bound === 1 ? "is" : "are"} never more than ${counted(bound)} here, so it cannot fail`;
      const hint = "lower it, or remove it";
      return [{ code: "EVAL_NOTHING_TO_CHECK", path: [], message, hint }];
    },
  };
}
