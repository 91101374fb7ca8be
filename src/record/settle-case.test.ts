import { expect, test } from "vitest";
import type { Outcome } from "./outcome.ts";
import { settleCase } from "./settle-case.ts";

const rows: readonly [trials: number, require: number, finished: Outcome[], Outcome | undefined][] =
  [
    [1, 1, ["pass"], "pass"],
    [1, 1, ["fail"], "fail"],
    [1, 1, ["agent_error"], "agent_error"],
    [1, 1, ["judge_error"], "judge_error"],
    [3, 2, ["pass", "fail", "pass"], "pass"],
    [3, 2, ["pass", "pass"], "pass"],
    [3, 2, ["pass"], undefined],
    [3, 2, ["fail", "agent_error"], "fail"],
    [3, 2, ["agent_error", "agent_error"], "agent_error"],
    [3, 2, ["pass", "agent_error", "agent_error"], "agent_error"],
    [3, 2, ["fail", "infra_error", "pass"], "infra_error"],
    [3, 2, ["fail", "infra_error", "fail"], "fail"],
    [3, 3, ["pass", "infra_error", "judge_error"], "infra_error"],
    [3, 3, ["agent_error", "infra_error", "pass"], "fail"],
    [2, 1, ["suite_error", "fail"], "suite_error"],
    [2, 1, ["suite_error", "pass"], "pass"],
    [3, 2, [], undefined],
  ];

test.each(rows)("%i trials, %i required, %j -> %s", (trials, require, finished, expected) => {
  const records = finished.map((outcome) => ({ outcome }));
  expect(settleCase(records, { trials, require })).toBe(expected);
});
