import type { JsonValue } from "../../core/json.ts";
import { compileSchema } from "../../schema/index.ts";
import { type CheckReport, prepareCheck } from "./check-report.ts";
import type { Check } from "./check.ts";

/** A template has so many checks at most; those of cases that are written by hand are seldom the same. */
const maxKept = 100;

/**
 * Prepares the checks of a suite, equal ones once: a template gives every case of a file the same, and there
 * may be many thousand of them. What is prepared knows nothing of its case.
 */
export class CheckMemo {
  /** By check and value, the one that was used last at the end. */
  private readonly reports = new Map<string, CheckReport>();

  prepare(check: Check, value: JsonValue): CheckReport {
    // In the order in which it is written: messages keep it.
    const key = `${check.id} ${JSON.stringify(value)}`;
    const report = this.reports.get(key) ?? prepareCheck(check, value, compileSchema);
    this.reports.delete(key);
    this.reports.set(key, report);
    for (const oldest of this.reports.keys()) {
      if (this.reports.size <= maxKept) break;
      this.reports.delete(oldest);
    }
    return report;
  }
}
