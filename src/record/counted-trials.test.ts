import { describe, expect, test } from "vitest";
import { countTrials, isSettledBy } from "./counted-trials.ts";
import type { Outcome } from "./outcome.ts";

const letters: Readonly<Record<string, Outcome>> = {
  p: "pass",
  f: "fail",
  a: "agent_error",
  i: "infra_error",
  j: "judge_error",
};

/** `pf.i`: trials by number, a dot where one is missing. */
function trials(text: string): readonly { readonly trial: number; readonly outcome: Outcome }[] {
  return text.split("").flatMap((letter, trial) => {
    const outcome = letters[letter];
    return outcome === undefined ? [] : [{ trial, outcome }];
  });
}

describe("trials count up to the one that settles their case", () => {
  test.each<[string, number, number, number]>([
    // finished, planned, required, counted
    ["ppp", 3, 3, 3],
    ["p.p", 3, 2, 2],
    ["p.pp", 4, 2, 3],
    [".ppp", 4, 2, 3],
    ["fpp", 3, 3, 1],
    ["app", 3, 3, 1],
    ["pfpfp", 5, 4, 4],
    ["pfppp", 5, 4, 5],
    ["fppppp", 6, 1, 2],
    ["ffffff", 6, 1, 6],
    // What nobody can tell settles nothing.
    ["ipp", 3, 2, 3],
    ["iip", 3, 2, 3],
    ["jfp", 3, 3, 2],
    // One that is missing might have been first.
    [".pp", 3, 2, 2],
    ["p.p", 3, 2, 2],
    ["p.pp", 4, 2, 3],
    [".ppp", 4, 2, 3],
    ["", 3, 2, 0],
  ])("%s of %i with %i required: %i", (text, planned, require, counted) => {
    const all = trials(text);
    const result = countTrials(all, { trials: planned, require });
    expect(result.counted).toEqual(all.slice(0, counted));
    expect(result.surplus).toEqual(all.slice(counted));
  });
});

test.each<[number, number, boolean]>([
  [3, 0, false],
  [4, 0, true],
  [3, 1, false],
  [0, 2, true],
  [3, 2, true],
])("%i passed and %i lost of 5 with 4 required: settled %j", (passed, lost, settled) => {
  expect(isSettledBy({ passed, lost }, { trials: 5, require: 4 })).toBe(settled);
});
