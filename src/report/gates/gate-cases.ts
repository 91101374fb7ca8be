import { judgeRun } from "../../compare/index.ts";
import type { JunitCase } from "../../format/index.ts";
import type { RunRecord } from "../../record/index.ts";
import { gateTerms } from "./gate-lines.ts";

/**
 * A test case for each gate of a suite: GitLab tells cases apart by their names, and so shows a gate that
 * fails anew and one that passes again. Undecided is skipped.
 */
export function gateCases(
  record: RunRecord,
  suite: string,
  file: string | undefined,
): readonly JunitCase[] {
  return judgeRun(record)
    .results.filter((result) => result.suite === suite)
    .map((result): JunitCase => {
      const { target, outcome, message } = result;
      const text = `${gateTerms(result)}: ${message}`;
      const kind = outcome === "fail" ? "failure" : "skipped";
      return {
        classname: target === "default" ? suite : `${suite} ${target}`,
        name: `gate ${gateTerms(result)}`,
        ...(file === undefined ? {} : { file }),
        seconds: 0,
        ...(outcome === "pass" ? {} : { problem: { kind, message, text } }),
      };
    });
}
