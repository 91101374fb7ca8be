import { expect, test } from "vitest";
import type { CheckOutcome, CheckRecord, Outcome } from "../../record/index.ts";
import { decideOutcome } from "./decide-outcome.ts";
import type { Ending } from "./trial-ending.ts";

const check = (outcome: CheckOutcome, number = 1): CheckRecord => ({
  id: `answer#${number}`,
  check: "answer",
  judged: outcome === "undecided",
  outcome,
  message: `it is ${outcome}`,
});
const ending = (outcome: Ending["outcome"]): Ending => ({ outcome, reason: "so it is", hint: "h" });

test.each<[Ending["outcome"] | undefined, readonly CheckOutcome[], Outcome, string | undefined]>([
  [undefined, [], "pass", undefined],
  [undefined, ["pass", "pass"], "pass", undefined],
  [undefined, ["pass", "undecided"], "judge_error", "answer#2: it is undecided"],
  [undefined, ["undecided", "fail"], "fail", "answer#2: it is fail"],
  [undefined, ["fail", "fail", "fail"], "fail", "answer#1: it is fail (and 2 more)"],
  ["agent_error", ["fail"], "agent_error", "so it is"],
  ["infra_error", ["fail"], "infra_error", "so it is"],
  ["suite_error", [], "suite_error", "so it is"],
])("%s with %j is %s", (end, checks, ...[outcome, reason]) => {
  const records = checks.map((result, index) => check(result, index + 1));
  const decision = decideOutcome(end === undefined ? undefined : ending(end), records);
  expect(decision.outcome).toBe(outcome);
  expect(decision.reason).toBe(reason);
  expect(decision.hint).toBe(end === undefined ? undefined : "h");
});
