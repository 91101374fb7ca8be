import { groupBy } from "../../core/group-by.ts";
import { type JunitCase, type JunitProblem, junitXml } from "../../format/index.ts";
import {
  type CaseRecord,
  isBrokenCritical,
  isDecidedAgainst,
  type TrialRecord,
} from "../../record/index.ts";
import { missingReason } from "../end-text.ts";
import { historyText, withKnownHistory } from "../history-text.ts";
import { kindOf } from "../labels.ts";
import { quarantineText } from "../quarantine-text.ts";
import type { RunReporter } from "../reporter.ts";

/** One test case for each case: its trials are folded, since GitLab drops repeated names. */
export const junit: RunReporter = {
  id: "junit",
  extension: "xml",
  summary: "a JUnit report for GitLab's merge request widget",
  format(record) {
    const { cases, started } = record;
    const notRun = missingReason(record);
    const kind = kindOf(started.labels);
    const suites = [...groupBy(withKnownHistory(cases), ({ suite }) => suite)].map(
      ([name, group]) => ({
        name,
        cases: group.map((each) => junitCase(each, fileOf(started.suites, name), notRun)),
      }),
    );
    return junitXml(kind === undefined ? "flowproof" : `flowproof (${kind})`, suites);
  },
};

function fileOf(
  suites: readonly { readonly suite: string; readonly file: string }[],
  name: string,
): string | undefined {
  return suites.find(({ suite }) => suite === name)?.file;
}

function junitCase(
  record: CaseRecord,
  file: string | undefined,
  notRun: string | undefined,
): JunitCase {
  const { suite, target, trials } = record;
  const problem = problemOf(record, notRun);
  return {
    classname: target === "default" ? suite : `${suite} ${target}`,
    name: record.case,
    ...(file === undefined ? {} : { file }),
    seconds: trials.reduce((sum, { activeMs }) => sum + activeMs, 0) / 1000,
    ...(problem === undefined ? {} : { problem }),
  };
}

function problemOf(record: CaseRecord, notRun: string | undefined): JunitProblem | undefined {
  const problem = ownProblemOf(record, notRun);
  const { quarantine, outcome } = record;
  // A suite that is wrong is to be repaired, in quarantine as well.
  if (quarantine === undefined || outcome === "suite_error") return problem;
  // Skipped also where it passed: who looks at the list is to see that it decides nothing.
  const found = problem === undefined ? "pass" : problem.message;
  return {
    kind: "skipped",
    message: `${quarantineText(quarantine)}; ${found}`,
    text: problem?.text ?? "",
  };
}

function ownProblemOf(record: CaseRecord, notRun: string | undefined): JunitProblem | undefined {
  const { outcome, trials, require } = record;
  if (outcome === "pass") return undefined;
  if (outcome === undefined) {
    const message = notRun === undefined ? "not finished" : `not run: ${notRun}`;
    return { kind: "skipped", message, text: "The run was stopped before." };
  }
  const passed = trials.filter((trial) => trial.outcome === "pass").length;
  const first = trials.find((trial) => trial.outcome === outcome);
  const message =
    trials.length === 1
      ? `${outcome}: ${first?.reason ?? ""}`
      : `${outcome}: ${passed} of ${trials.length} trials passed, ${require} required; ${first?.reason ?? ""}`;
  return {
    kind: isDecidedAgainst(outcome) ? "failure" : "error",
    message,
    text: [
      ...(isBrokenCritical(record)
        ? ["critical: a break of this case fails the gate by itself"]
        : []),
      historyText(record.history) ?? [],
      ...trials.filter((trial) => trial.outcome !== "pass").map(trialText),
    ]
      .flat()
      .join("\n\n"),
  };
}

function trialText({ trial, outcome, reason, hint, checks, answer }: TrialRecord): string {
  return [
    `trial ${trial + 1}: ${outcome}${reason === undefined ? "" : `: ${reason}`}`,
    ...(hint === undefined ? [] : [hint]),
    ...checks
      .filter((check) => check.outcome !== "pass")
      .map(({ id, message, details }) => [`${id}: ${message}`, details].filter(Boolean).join("\n")),
    `answer: ${answer}`,
  ].join("\n");
}
