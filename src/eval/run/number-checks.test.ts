import { expect, test } from "vitest";
import type { CaseCheck } from "../suite/suite.ts";
import { numberChecks } from "./number-checks.ts";

const decidable = (check: string): CaseCheck => ({
  check,
  prepared: { type: "decidable", assess: () => ({ pass: true, message: "" }) },
});
const judged = (...criteria: readonly string[]): CaseCheck => ({
  check: "judge",
  prepared: { type: "judged", criteria },
});

test("ids count by check through the whole case, one for each criterion", () => {
  const numbered = numberChecks([
    { checks: [decidable("called"), judged("a", "b")] },
    { checks: [judged("c"), decidable("called"), decidable("answer")] },
  ]);
  expect(numbered.map(({ id, checkpoint }) => `${id}@${checkpoint}`)).toEqual([
    "called#1@0",
    "judge#1@0",
    "judge#2@0",
    "judge#3@1",
    "called#2@1",
    "answer#1@1",
  ]);
});
