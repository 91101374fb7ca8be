import { groupBy } from "../../core/group-by.ts";
import { clip } from "../../core/text/clip.ts";
import {
  type JunitCase,
  type JunitProblem,
  type JunitSuite,
  junitXml,
} from "../../format/index.ts";
import {
  type CaseRecord,
  isBrokenCritical,
  isDecidedAgainst,
  type RunRecord,
  type TrialRecord,
} from "../../record/index.ts";
import { missingReason } from "../end-text.ts";
import { gateCases } from "../gates/gate-cases.ts";
import { historyText, withKnownHistory } from "../history-text.ts";
import { kindOf } from "../labels.ts";
import { quarantineText } from "../quarantine-text.ts";
import type { RunReporter } from "../reporter.ts";

/** One test case for each case: its trials are folded, since GitLab drops repeated names. */
export const junit: RunReporter = {
  id: "junit",
  extension: "xml",
  summary: "a JUnit report for GitLab's merge request widget",
  format: (record) => junitXml(titleOf([record]), suitesOf(record)),
  // A case of two runs is two test cases, told apart by the run.
  formatRuns({ runs }) {
    const records = runs.map(({ record }) => record);
    return junitXml(
      titleOf(records),
      records.flatMap((record) =>
        suitesOf(record).map((suite) => withRunName(record.started.run, suite)),
      ),
    );
  },
};

/** GitLab takes files of 30 MB: of a message and of a text so many UTF-16 units. */
const maxMessage = 1000;
const maxText = 20_000;

/** What kind of run it was stands in the name of the whole. */
function titleOf(records: readonly RunRecord[]): string {
  const kinds = records.flatMap(({ started }) => kindOf(started.labels) ?? []);
  const all = [...new Set(kinds)].join("; ");
  return all === "" ? "flowproof" : `flowproof (${all})`;
}

function suitesOf(record: RunRecord): readonly JunitSuite[] {
  const { cases, started } = record;
  const notRun = missingReason(record);
  return [...groupBy(withKnownHistory(cases), ({ suite }) => suite)].map(([name, group]) => {
    const file = fileOf(started.suites, name);
    const own = group.map((each) => junitCase(each, file, notRun));
    return { name, cases: [...own, ...gateCases(record, name, file)] };
  });
}

function withRunName(run: string, { name, cases }: JunitSuite): JunitSuite {
  const within = (text: string): string => `${run} ${text}`;
  return {
    name: within(name),
    cases: cases.map((each) => ({ ...each, classname: within(each.classname) })),
  };
}

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
  const problem = shownProblem(problemOf(record, notRun));
  return {
    classname: target === "default" ? suite : `${suite} ${target}`,
    name: record.case,
    ...(file === undefined ? {} : { file }),
    seconds: trials.reduce((sum, { activeMs }) => sum + activeMs, 0) / 1000,
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Of a size that GitLab takes. */
function shownProblem(problem: JunitProblem | undefined): JunitProblem | undefined {
  if (problem === undefined) return undefined;
  const { kind, message, text } = problem;
  return { kind, message: clip(message, maxMessage), text: clip(text, maxText) };
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
