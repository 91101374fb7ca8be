import { groupBy } from "../../core/group-by.ts";
import { type JunitCase, type JunitProblem, junitXml } from "../../format/index.ts";
import { type CaseRecord, isDecidedAgainst, type TrialRecord } from "../../record/index.ts";
import { kindOf } from "../labels.ts";
import type { RunReporter } from "../reporter.ts";

/** One test case for each case: its trials are folded, since GitLab drops repeated names. */
export const junit: RunReporter = {
  id: "junit",
  extension: "xml",
  summary: "a JUnit report for GitLab's merge request widget",
  format({ cases, started }) {
    const kind = kindOf(started.labels);
    const suites = [...groupBy(cases, ({ suite }) => suite)].map(([name, group]) => ({
      name,
      cases: group.map((each) => junitCase(each, fileOf(started.suites, name))),
    }));
    return junitXml(kind === undefined ? "flowproof" : `flowproof (${kind})`, suites);
  },
};

function fileOf(
  suites: readonly { readonly suite: string; readonly file: string }[],
  name: string,
): string | undefined {
  return suites.find(({ suite }) => suite === name)?.file;
}

function junitCase(record: CaseRecord, file: string | undefined): JunitCase {
  const { suite, target, trials } = record;
  const problem = problemOf(record);
  return {
    classname: target === "default" ? suite : `${suite} ${target}`,
    name: record.case,
    ...(file === undefined ? {} : { file }),
    seconds: trials.reduce((sum, { activeMs }) => sum + activeMs, 0) / 1000,
    ...(problem === undefined ? {} : { problem }),
  };
}

function problemOf(record: CaseRecord): JunitProblem | undefined {
  const { outcome, trials, require } = record;
  if (outcome === "pass") return undefined;
  if (outcome === undefined) {
    return { kind: "skipped", message: "not finished", text: "The run was stopped before." };
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
    text: trials
      .filter((trial) => trial.outcome !== "pass")
      .map(trialText)
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
