import type { CheckRecord, JudgmentRecord } from "../../record/index.ts";
import type { JudgedAs } from "./judge-quality.ts";

/** What came of asking a judge, as a record keeps it. */
export function storedVerdict({ outcome, judgment }: CheckRecord): JudgedAs {
  if (outcome === "pass") return "met";
  if (outcome === "fail") return "not_met";
  return judgment !== undefined && hasAnswer(judgment) ? "cannot_tell" : "error";
}

function hasAnswer({ judges }: JudgmentRecord): boolean {
  return judges.some(({ votes }) => votes.some((vote) => !("error" in vote)));
}
