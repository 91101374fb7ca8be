import type { StoredRun } from "../rescore/stored-run.ts";
import { storedVerdict } from "./stored-verdict.ts";

/** What a judge decided in runs, each counted once: how many criteria, and how many of them it found met. */
export function observedShare(
  runs: ReadonlyMap<string, StoredRun>,
  judge: string,
): { readonly passed: number; readonly total: number } {
  const records = new Map([...runs.values()].map(({ record }) => [record.started.run, record]));
  let passed = 0;
  let total = 0;
  for (const { cases } of records.values()) {
    for (const { trials } of cases) {
      for (const check of trials.flatMap(({ checks }) => checks)) {
        if (check.judgment?.judge !== judge) continue;
        const verdict = storedVerdict(check);
        if (verdict === "met") passed += 1;
        if (verdict === "met" || verdict === "not_met") total += 1;
      }
    }
  }
  return { passed, total };
}
